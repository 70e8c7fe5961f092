//! Methods of iterators and ranges.

use std::cmp::Ordering;

use super::super::builtin::{Builtin, Method};
use super::super::ir::Wanted;
use super::super::iterate::{Iter, iter};
use super::super::machine::{Eval, Machine};
use super::super::number::{Arithmetic, Int, IntKind};
use super::super::value::Value;
use super::Called;

impl Machine {
    pub(super) fn iterator_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call } = called;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        match method {
            M::Next => return Ok(Value::option(self.next_of(target, span)?)),
            M::Contains => {
                let wanted = argument();
                let range = self.look(target, span, |value| match value {
                    Value::Range(range) => {
                        Some((range.from.copy(), range.to.copy(), range.inclusive))
                    }
                    _ => None,
                })?;
                let Some((from, to, inclusive)) = range else {
                    return Err(self.no_method(target, call));
                };
                let above = match from {
                    Some(from) => self.order(&wanted, &from, span)? != Some(Ordering::Less),
                    None => true,
                };
                let below = match to {
                    Some(to) => match self.order(&wanted, &to, span)? {
                        Some(Ordering::Less) => true,
                        Some(Ordering::Equal) => inclusive,
                        _ => false,
                    },
                    None => true,
                };
                return Ok(Value::Bool(above && below));
            }
            M::Position | M::Any | M::All | M::Find => {
                return self.search(called, argument());
            }
            _ => {}
        }
        let value = self.read(target, span)?;
        let mut items = self.iterator(value, span)?;
        Ok(match method {
            M::Iter | M::IntoIter => items,
            M::Map => iter(Iter::Map(items, argument())),
            M::Filter => iter(Iter::Filter(items, argument())),
            M::FilterMap => iter(Iter::FilterMap(items, argument())),
            M::FlatMap => iter(Iter::FlatMap(items, argument(), None)),
            M::Inspect => iter(Iter::Inspect(items, argument())),
            M::TakeWhile => iter(Iter::TakeWhile(items, argument(), false)),
            M::SkipWhile => iter(Iter::SkipWhile(items, argument(), false)),
            // The wrapper is a function that gives back what it is given.
            M::Flatten => {
                iter(Iter::FlatMap(items, Value::Builtin(Builtin::AssertUnwindSafe), None))
            }
            M::Reduce => {
                let mut function = argument();
                let Some(mut state) = self.next(&mut items, span)? else { return Ok(Value::None) };
                while let Some(item) = self.next(&mut items, span)? {
                    state = self.call_kept(&mut function, vec![state, item], span)?;
                }
                Value::some(state)
            }
            M::Enumerate => iter(Iter::Enumerate(items, 0)),
            M::Zip => iter(Iter::Zip(items, self.iterator(argument(), span)?)),
            M::Chain => iter(Iter::Chain(items, self.iterator(argument(), span)?)),
            M::Take => iter(Iter::Take(items, self.usize(&argument(), span)?)),
            M::Skip => iter(Iter::Skip(items, self.usize(&argument(), span)?)),
            M::StepBy => match self.usize(&argument(), span)? {
                0 => return Err(self.panic_with("assertion failed: step != 0", span)),
                step => iter(Iter::StepBy(items, step, false)),
            },
            M::Rev => iter(Iter::Rev(items)),
            M::Cloned | M::Copied => iter(Iter::Cloned(items)),
            M::Count => {
                let mut count = 0;
                while let Some(item) = self.next(&mut items, span)? {
                    drop(item);
                    count += 1;
                }
                Value::usize(count)
            }
            M::Last => {
                let mut last = Value::None;
                while let Some(item) = self.next(&mut items, span)? {
                    last = Value::some(item);
                }
                last
            }
            M::Sum | M::Product => {
                let (op, start) = match method {
                    M::Sum => (Arithmetic::Add, 0),
                    _ => (Arithmetic::Mul, 1),
                };
                let mut total = match &call.target {
                    Some(Wanted::Int(kind)) => Value::Int(Int::wrapped(*kind, start)),
                    Some(Wanted::Float) => Value::Float(start as f64),
                    _ => Value::Int(Int::wrapped(IntKind::Open, start)),
                };
                let mut first = true;
                while let Some(item) = self.next(&mut items, span)? {
                    let item = match item {
                        Value::Ref(from) => self.copied(&from, span)?,
                        item => item,
                    };
                    total = match (total, item) {
                        (Value::Int(_), item @ (Value::Float(_) | Value::Float32(_))) if first => {
                            item
                        }
                        (total, item) => self.arithmetic(op, total, item, span)?,
                    };
                    first = false;
                }
                total
            }
            M::Fold => {
                let (mut state, mut function) = (argument(), argument());
                while let Some(item) = self.next(&mut items, span)? {
                    state = self.call_kept(&mut function, vec![state, item], span)?;
                }
                state
            }
            M::ForEach => {
                let mut function = argument();
                while let Some(item) = self.next(&mut items, span)? {
                    self.call_kept(&mut function, vec![item], span)?;
                }
                Value::Unit
            }
            M::Min | M::Max | M::MinByKey | M::MaxByKey => {
                let mut key = matches!(method, M::MinByKey | M::MaxByKey).then(&mut argument);
                let smallest = matches!(method, M::Min | M::MinByKey);
                let mut best: Option<(Value, Value)> = None;
                while let Some(item) = self.next(&mut items, span)? {
                    let (item, item_key) = match &mut key {
                        Some(function) => {
                            let shared = super::super::value::Shared::new(item);
                            let at =
                                super::super::value::Target::shared(std::rc::Rc::clone(&shared));
                            let key = self.call_kept(function, vec![Value::Ref(at)], span)?;
                            (shared.value.replace(Value::Moved), key)
                        }
                        None => {
                            let key = item.copy().unwrap_or(Value::Unit);
                            (item, key)
                        }
                    };
                    let better = match &best {
                        Some((_, best_key)) => {
                            let order = self.order(&item_key, best_key, span)?;
                            match smallest {
                                true => order == Some(Ordering::Less),
                                // Of equal ones the last is the largest.
                                false => order != Some(Ordering::Less),
                            }
                        }
                        None => true,
                    };
                    if better {
                        best = Some((item, item_key));
                    }
                }
                Value::option(best.map(|(item, _)| item))
            }
            M::Collect => self.collect(items, call.target.as_ref(), called)?,
            _ => return Err(self.no_method(target, call)),
        })
    }

    fn search(&self, called: &Called<'_>, mut function: Value) -> Eval {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        if self.look(target, span, |value| matches!(value, Value::Range(_)))? {
            let range = self.read(target, span)?;
            let items = self.iterator(range, span)?;
            self.swap_in(target, items, span)?;
        }
        let mut index = 0;
        while let Some(item) = self.next_of(target, span)? {
            let shared = super::super::value::Shared::new(item);
            let argument = match method {
                M::Find => {
                    let at = super::super::value::Target::shared(std::rc::Rc::clone(&shared));
                    Value::Ref(at)
                }
                _ => shared.value.replace(Value::Moved),
            };
            let found = self.call_kept(&mut function, vec![argument], span)?;
            let found = self.as_bool(&found, span)?;
            match (method, found) {
                (M::Position, true) => return Ok(Value::some(Value::usize(index))),
                (M::Any, true) => return Ok(Value::Bool(true)),
                (M::All, false) => return Ok(Value::Bool(false)),
                (M::Find, true) => return Ok(Value::some(shared.value.replace(Value::Moved))),
                _ => {}
            }
            index += 1;
        }
        Ok(match method {
            M::Any => Value::Bool(false),
            M::All => Value::Bool(true),
            _ => Value::None,
        })
    }

    fn collect(&self, mut items: Value, wanted: Option<&Wanted>, called: &Called<'_>) -> Eval {
        let span = called.span;
        match wanted {
            Some(Wanted::String) => {
                let mut text = String::new();
                while let Some(item) = self.next(&mut items, span)? {
                    let more = self.text_of(&item, span)?;
                    self.take_memory(more.len(), span)?;
                    text.push_str(&more);
                }
                Ok(Value::string(text))
            }
            Some(Wanted::Map) => Err(self.not_supported(
                span,
                "maps are outside of what the playground runs",
                "collect into a `Vec` of pairs",
            )),
            Some(Wanted::Result(inner) | Wanted::Option(inner)) => {
                let mut values = Vec::new();
                while let Some(item) = self.next(&mut items, span)? {
                    match item {
                        Value::Ok(value) | Value::Some(value) => values.push(*value),
                        // The first failure ends it; what was collected is dropped.
                        failure => return Ok(failure),
                    }
                }
                let values = super::super::iterate::owned(values);
                let collected = self.collect(values, inner.as_deref(), called)?;
                Ok(match wanted {
                    Some(Wanted::Option(_)) => Value::some(collected),
                    _ => Value::ok(collected),
                })
            }
            wanted => {
                let mut values = Vec::new();
                while let Some(item) = self.next(&mut items, span)? {
                    self.take_memory(size_of::<Value>(), span)?;
                    let item = match (item, wanted) {
                        (Value::Int(int), Some(Wanted::Vec(Some(inner)))) => match &**inner {
                            Wanted::Int(kind) => Value::Int(int.settled(*kind).unwrap_or(int)),
                            _ => Value::Int(int),
                        },
                        (item, _) => item,
                    };
                    values.push(item);
                }
                Ok(Value::vec(values))
            }
        }
    }
}
