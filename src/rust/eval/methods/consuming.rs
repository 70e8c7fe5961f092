//! Methods of iterators that go over all items.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Called;
use crate::rust::check::types::Ty;
use crate::rust::eval::iterate::{Iter, iter, owned};
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::int128::Wide;
use crate::rust::value::maps::Map;
use crate::rust::value::number::{Arithmetic, Int, IntKind};
use crate::rust::value::{Shared, Target, Value};

impl Machine {
    pub(super) fn consume(&self, called: &Called<'_>, mut items: Value, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        Ok(match method {
            M::Count => {
                let mut count = 0;
                while let Some(item) = self.next(&mut items, span)? {
                    drop(item);
                    count += 1;
                }
                Value::usize(count)
            }
            M::Last => {
                // The last of the first is kept while the second is gone over.
                if let Value::Iter(chain) = &mut items
                    && let Iter::Chain(a, b) = &mut **chain
                {
                    let last_of = |part: &mut Value| {
                        let part = std::mem::replace(part, Value::Moved);
                        match part {
                            Value::Moved => Ok(Value::None),
                            part => self.consume(called, part, Vec::new()),
                        }
                    };
                    let (first, second) = (last_of(a)?, last_of(b)?);
                    return Ok(if matches!(second, Value::None) { first } else { second });
                }
                let mut last = Value::None;
                while let Some(item) = self.next(&mut items, span)? {
                    last = Value::some(item);
                }
                last
            }
            M::Reduce => {
                let mut function = argument();
                let Some(mut state) = self.next(&mut items, span)? else { return Ok(Value::None) };
                while let Some(item) = self.next(&mut items, span)? {
                    state = self.call_kept(&mut function, vec![state, item], span)?;
                }
                Value::some(state)
            }
            M::Fold | M::Rfold => {
                if method == M::Rfold {
                    items = iter(Iter::Rev(items));
                }
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
            M::Sum | M::Product => self.total(called, items)?,
            M::Min | M::Max => self.extreme(items, Key::Itself, method == M::Min, called)?,
            M::MinByKey | M::MaxByKey => {
                let key = Key::Of(argument());
                self.extreme(items, key, method == M::MinByKey, called)?
            }
            M::MinBy | M::MaxBy => {
                let by = Key::By(argument());
                self.extreme(items, by, method == M::MinBy, called)?
            }
            M::IsSorted => {
                let Some(mut before) = self.next(&mut items, span)? else {
                    return Ok(Value::Bool(true));
                };
                while let Some(item) = self.next(&mut items, span)? {
                    let (a, b) = (placed(before), placed(item));
                    let order = self.order(&referring(&a), &referring(&b), span)?;
                    if !matches!(order, Some(Ordering::Less | Ordering::Equal)) {
                        return Ok(Value::Bool(false));
                    }
                    before = b.value.replace(Value::Moved);
                }
                Value::Bool(true)
            }
            M::Eq | M::Ne | M::Lt | M::Le | M::Gt | M::Ge | M::Cmp | M::PartialCmp => {
                let mut others = self.iterator(argument(), span)?;
                let order = loop {
                    let (a, b) = (self.next(&mut items, span)?, self.next(&mut others, span)?);
                    match (a, b) {
                        (Some(a), Some(b)) => {
                            let (a, b) = (placed(a), placed(b));
                            match self.order(&referring(&a), &referring(&b), span)? {
                                Some(Ordering::Equal) => {}
                                order => break order,
                            }
                        }
                        (a, b) => break Some(a.is_some().cmp(&b.is_some())),
                    }
                };
                return Ok(ordered(method, order));
            }
            _ => return Err(self.no_method(target, call)),
        })
    }

    /// `sum` and `product`: of numbers, or of `Option`s or `Result`s of them.
    fn total(&self, called: &Called<'_>, mut items: Value) -> Eval {
        let span = called.span;
        // `impl Sum for Mine`
        if let Ty::Object(class) = &called.call.target
            && let Some(own) = self.own_function(&class.name, called.method.name())
        {
            return self.invoke_with(&own, vec![items], span);
        }
        let (op, start) = match called.method {
            Method::Sum => (Arithmetic::Add, 0),
            _ => (Arithmetic::Mul, 1),
        };
        let (of, wraps) = match &called.call.target {
            Ty::Option(inner) | Ty::Result(inner, _) => ((**inner).clone(), true),
            ty => (ty.clone(), false),
        };
        let mut total = match of {
            Ty::Int(kind) => Value::Int(Int::wrapped(kind, start)),
            Ty::Wide { signed } => {
                Value::Wide(Box::new(Wide::from_int(Int::usize(start as usize), signed)))
            }
            Ty::Float => Value::Float(start as f64),
            Ty::Float32 => Value::Float32(start as f32),
            _ => Value::Int(Int::wrapped(IntKind::Open, start)),
        };
        let mut first = true;
        while let Some(item) = self.next(&mut items, span)? {
            let item = match item {
                Value::Ok(item) | Value::Some(item) if wraps => *item,
                failure @ (Value::Err(_) | Value::None) => return Ok(failure),
                item => item,
            };
            let item = match item {
                Value::Ref(from) => self.copied(&from, span)?,
                item => item,
            };
            total = match (total, item) {
                (Value::Int(_), item @ (Value::Float(_) | Value::Float32(_))) if first => item,
                (total, item) => self.arithmetic(op, total, item, span)?,
            };
            first = false;
        }
        Ok(match called.call.target {
            Ty::Option(_) => Value::some(total),
            Ty::Result(..) => Value::ok(total),
            _ => total,
        })
    }

    /// The smallest or largest item. Of equal ones the first is the smallest, and the last is the
    /// largest.
    fn extreme(&self, mut items: Value, mut key: Key, smallest: bool, called: &Called<'_>) -> Eval {
        let span = called.span;
        // The best item so far, and its key where there is one.
        let mut best: Option<(Rc<Shared>, Rc<Shared>)> = None;
        while let Some(item) = self.next(&mut items, span)? {
            let item = placed(item);
            let own_key = match &mut key {
                Key::Of(function) => {
                    placed(self.call_kept(function, vec![referring(&item)], span)?)
                }
                _ => Rc::clone(&item),
            };
            let better = match &best {
                Some((best_item, best_key)) => {
                    let order = match &mut key {
                        // The one that came first is asked about first.
                        Key::By(function) => {
                            let args = vec![referring(best_item), referring(&item)];
                            match self.call_kept(function, args, span)? {
                                Value::Ordering(order) => order,
                                other => return Err(self.mismatch("Ordering", &other, span)),
                            }
                        }
                        _ => self
                            .order(&referring(best_key), &referring(&own_key), span)?
                            .unwrap_or(Ordering::Equal),
                    };
                    match smallest {
                        true => order == Ordering::Greater,
                        false => order != Ordering::Greater,
                    }
                }
                None => true,
            };
            if better {
                best = Some((item, own_key));
            }
        }
        Ok(Value::option(best.map(|(item, _)| item.value.replace(Value::Moved))))
    }
}

/// By what items are compared.
enum Key {
    Itself,
    Of(Value),
    By(Value),
}

/// A place of its own for an item that is compared.
pub(super) fn placed(value: Value) -> Rc<Shared> {
    Shared::new(value)
}

pub(super) fn referring(place: &Rc<Shared>) -> Value {
    Value::Ref(Target::shared(Rc::clone(place)))
}

/// What a method that compares makes of an order.
pub(super) fn ordered(method: Method, order: Option<Ordering>) -> Value {
    use Method as M;
    let is = |wanted: &[Ordering]| Value::Bool(order.is_some_and(|order| wanted.contains(&order)));
    match method {
        M::Eq => is(&[Ordering::Equal]),
        M::Ne => Value::Bool(order != Some(Ordering::Equal)),
        M::Lt => is(&[Ordering::Less]),
        M::Le => is(&[Ordering::Less, Ordering::Equal]),
        M::Gt => is(&[Ordering::Greater]),
        M::Ge => is(&[Ordering::Greater, Ordering::Equal]),
        M::PartialCmp => Value::option(order.map(Value::Ordering)),
        _ => Value::Ordering(order.unwrap_or(Ordering::Equal)),
    }
}

impl Machine {
    /// What `collect` makes of items.
    pub(super) fn collect(&self, mut items: Value, wanted: &Ty, called: &Called<'_>) -> Eval {
        let span = called.span;
        match wanted {
            Ty::String => {
                let mut text = String::new();
                while let Some(item) = self.next(&mut items, span)? {
                    let more = self.text_of(&item, span)?;
                    self.take_memory(more.len(), span)?;
                    text.push_str(&more);
                }
                Ok(Value::string(text))
            }
            Ty::Map(collection, ..) | Ty::Set(collection, _) => {
                let is_set = matches!(wanted, Ty::Set(..));
                let map = placed(Value::Map(Box::new(Map::new(*collection, is_set))));
                let place = Target::shared(Rc::clone(&map));
                // A tree is built of all items together, a table of one after the other.
                if *collection == crate::rust::check::types::Collection::BTree {
                    let items = self.collect_all(&mut items, span)?;
                    return self.map_of(*collection, is_set, items, span);
                }
                while let Some(item) = self.next(&mut items, span)? {
                    self.insert_item(&place, is_set, item, span)?;
                }
                Ok(map.value.replace(Value::Moved))
            }
            Ty::Option(inner) | Ty::Result(inner, _) => {
                let mut values = Vec::new();
                while let Some(item) = self.next(&mut items, span)? {
                    match item {
                        Value::Ok(value) | Value::Some(value) => values.push(*value),
                        // The first failure ends it; what was collected is dropped.
                        failure => {
                            // What is left of the items goes before that.
                            drop(items);
                            return Ok(failure);
                        }
                    }
                }
                let values = owned(values);
                let collected = self.collect(values, inner, called)?;
                Ok(match wanted {
                    Ty::Option(_) => Value::some(collected),
                    _ => Value::ok(collected),
                })
            }
            Ty::Object(class)
                if let Some(function) = self.own_function(&class.name, "from_iter") =>
            {
                self.invoke_with(&function, vec![items], span)
            }
            Ty::Box(inner) | Ty::Rc(inner) if matches!(**inner, Ty::Str) => {
                let text = self.collect(items, &Ty::String, called)?;
                Ok(Value::str(self.text_of(&text, span)?))
            }
            Ty::Unit => {
                self.collect_all(&mut items, span)?;
                Ok(Value::Unit)
            }
            wanted => {
                let shape = wanted.element().shape();
                let all = self.collect_all(&mut items, span)?;
                let all = all
                    .into_iter()
                    .map(|item| crate::rust::value::shape::shape_value(item, &shape));
                Ok(Value::vec(all.collect::<Vec<_>>()))
            }
        }
    }

    fn collect_all(
        &self,
        items: &mut Value,
        span: crate::run::diagnostic::Span,
    ) -> Eval<Vec<Value>> {
        let mut values = Vec::new();
        while let Some(item) = self.next(items, span)? {
            self.take_memory(size_of::<Value>(), span)?;
            values.push(item);
        }
        Ok(values)
    }

    pub(super) fn partition(
        &self,
        mut items: Value,
        mut function: Value,
        called: &Called<'_>,
    ) -> Eval {
        let span = called.span;
        let (mut held, mut others) = (Vec::new(), Vec::new());
        while let Some(item) = self.next(&mut items, span)? {
            self.take_memory(size_of::<Value>(), span)?;
            let (item, holds) = self.shown_to(&mut function, item, span)?;
            if self.as_bool(&holds, span)? { held.push(item) } else { others.push(item) }
        }
        self.collected_pair(held, others, called)
    }

    pub(super) fn unzip(&self, mut items: Value, called: &Called<'_>) -> Eval {
        let span = called.span;
        let (mut left, mut right) = (Vec::new(), Vec::new());
        while let Some(item) = self.next(&mut items, span)? {
            self.take_memory(2 * size_of::<Value>(), span)?;
            let Value::Tuple(pair) = item else { return Err(self.mismatch("(_, _)", &item, span)) };
            let mut pair = pair.into_iter();
            left.extend(pair.next());
            right.extend(pair.next());
        }
        self.collected_pair(left, right, called)
    }

    /// Two collections of the types that are wanted.
    fn collected_pair(&self, a: Vec<Value>, b: Vec<Value>, called: &Called<'_>) -> Eval {
        let (of_a, of_b) = match &called.call.target {
            Ty::Tuple(all) if all.len() == 2 => (all[0].clone(), all[1].clone()),
            // `partition::<Vec<_>, _>`
            ty => (ty.clone(), ty.clone()),
        };
        let a = self.collect(owned(a), &of_a, called)?;
        let b = self.collect(owned(b), &of_b, called)?;
        Ok(Value::tuple([a, b]))
    }
}
