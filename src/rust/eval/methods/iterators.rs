//! Methods of iterators and ranges that give another iterator, or one item.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Called;
use crate::rust::eval::adaptors::{Adaptor, adapted};
use crate::rust::eval::iterate::{Iter, iter};
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::{Builtin, Method};
use crate::rust::value::{Shared, Target, Value};

impl Machine {
    pub(super) fn iterator_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        match method {
            M::Next => return Ok(Value::option(self.next_of(target, span)?)),
            M::ByRef => {
                self.make_iterator(target, span)?;
                return Ok(Value::Ref(target.clone()));
            }
            M::Contains => {
                let [wanted] = self.exactly(args, called)?;
                return self.range_contains(called, &wanted);
            }
            M::Len | M::IsEmpty => return self.iterator_length(called),
            M::Peek => {
                return Ok(match self.peek(target, span)? {
                    true => Value::some(Value::Ref(target.field(0).field(0))),
                    false => Value::None,
                });
            }
            M::NextIf => {
                let [mut wants] = self.exactly(args, called)?;
                if !self.peek(target, span)? {
                    return Ok(Value::None);
                }
                let peeked = Value::Ref(target.field(0).field(0));
                let take = self.call_kept(&mut wants, vec![peeked], span)?;
                return match self.as_bool(&take, span)? {
                    true => Ok(Value::option(self.next_of(target, span)?)),
                    false => Ok(Value::None),
                };
            }
            M::NextBack | M::Rposition | M::Rfind => return self.at_the_end(called, args),
            M::Nth => {
                let [skipped] = self.exactly(args, called)?;
                self.make_iterator(target, span)?;
                for _ in 0..self.usize(&skipped, span)? {
                    if self.next_of(target, span)?.is_none() {
                        return Ok(Value::None);
                    }
                }
                return Ok(Value::option(self.next_of(target, span)?));
            }
            M::Position | M::Any | M::All | M::Find | M::FindMap => {
                let [function] = self.exactly(args, called)?;
                return self.search(called, function);
            }
            M::TryFold | M::TryForEach => return self.try_fold(called, args),
            // What is left of `chars`.
            M::AsStr => {
                let left = self.inspect(target, span, |value| match value {
                    Value::Iter(items) => items.chars(),
                    _ => None,
                })?;
                return match left {
                    Some(left) => Ok(Value::str(left)),
                    None => Err(self.no_method(target, call)),
                };
            }
            _ => {}
        }
        // What is used through a reference stays where it is, and is gone on with.
        let items = match called.by_reference {
            true => {
                self.make_iterator(target, span)?;
                Value::Ref(target.clone())
            }
            false => {
                let value = self.read(target, span)?;
                self.iterator(value, span)?
            }
        };
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
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
            M::Peekable => adapted(Adaptor::Peekable(items, None)),
            M::Scan => {
                let state = Shared::new(argument());
                adapted(Adaptor::Scan(items, state, argument()))
            }
            M::MapWhile => adapted(Adaptor::MapWhile(items, argument())),
            M::Cycle => adapted(Adaptor::Cycle(items, Vec::new(), None)),
            M::Collect => self.collect(items, &call.target, called)?,
            M::Partition => self.partition(items, argument(), called)?,
            M::Unzip => self.unzip(items, called)?,
            _ => return self.consume(called, items, args.collect()),
        })
    }

    /// A range is an iterator from the moment at which items are taken from it.
    pub(super) fn make_iterator(
        &self,
        target: &Target,
        span: crate::run::diagnostic::Span,
    ) -> Eval<()> {
        if self.inspect(target, span, |value| matches!(value, Value::Range(_)))? {
            let range = self.take(target, span)?;
            let items = self.iterator(range, span)?;
            self.swap_in(target, items, span)?;
        }
        Ok(())
    }

    fn range_contains(&self, called: &Called<'_>, wanted: &Value) -> Eval {
        let span = called.span;
        let range = self.inspect(called.target, span, |value| match value {
            Value::Range(range) => Some((range.from.copy(), range.to.copy(), range.inclusive)),
            _ => None,
        })?;
        let Some((from, to, inclusive)) = range else {
            return Err(self.no_method(called.target, called.call));
        };
        let above = match from {
            Some(from) => {
                matches!(
                    self.order(wanted, &from, span)?,
                    Some(Ordering::Greater | Ordering::Equal)
                )
            }
            None => true,
        };
        let below = match to {
            Some(to) => match self.order(wanted, &to, span)? {
                Some(Ordering::Less) => true,
                Some(Ordering::Equal) => inclusive,
                _ => false,
            },
            None => true,
        };
        Ok(Value::Bool(above && below))
    }

    /// How many items are left, where that is known without taking them.
    fn iterator_length(&self, called: &Called<'_>) -> Eval {
        fn length(value: &Value) -> Option<usize> {
            match value {
                Value::Range(range) => match (&range.from, &range.to) {
                    (Value::Int(from), Value::Int(to)) => {
                        let length = to.value() - from.value() + i128::from(range.inclusive);
                        Some(usize::try_from(length).unwrap_or(0))
                    }
                    _ => None,
                },
                Value::Iter(inner) => match &**inner {
                    Iter::Owned(values) => Some(values.len()),
                    Iter::Elements { from, to, .. } => Some(to - from),
                    Iter::Ints { next: Some(next), end: Some(end) } => {
                        Some(usize::try_from(end - next.value()).unwrap_or(0))
                    }
                    Iter::Ints { next: None, .. } => Some(0),
                    Iter::Map(items, _) | Iter::Enumerate(items, _) | Iter::Rev(items) => {
                        length(items)
                    }
                    Iter::Cloned(items) => length(items),
                    Iter::Take(items, left) => length(items).map(|length| length.min(*left)),
                    Iter::Skip(items, left) => {
                        length(items).map(|length| length.saturating_sub(*left))
                    }
                    Iter::Zip(a, b) => Some(length(a)?.min(length(b)?)),
                    _ => None,
                },
                _ => None,
            }
        }
        let length = self.inspect(called.target, called.span, |value| length(value))?;
        match (length, called.method) {
            (Some(length), Method::Len) => Ok(Value::usize(length)),
            (Some(length), _) => Ok(Value::Bool(length == 0)),
            (None, _) => Err(self.no_method(called.target, called.call)),
        }
    }

    /// What takes items from the end, one by one.
    fn at_the_end(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        self.make_iterator(target, span)?;
        let mut items = self.take(target, span)?;
        let mut function = args.into_iter().next().unwrap_or(Value::Unit);
        let mut index = match method {
            M::Rposition => {
                self.swap_in(target, items, span)?;
                let length = self.iterator_length(&Called { method: M::Len, ..*called })?;
                items = self.take(target, span)?;
                self.usize(&length, span)?
            }
            _ => 0,
        };
        let found = loop {
            let Some(item) = self.next_back(&mut items, span)? else { break Value::None };
            match method {
                M::NextBack => break Value::some(item),
                M::Rposition => {
                    index -= 1;
                    let found = self.call_kept(&mut function, vec![item], span)?;
                    if self.as_bool(&found, span)? {
                        break Value::some(Value::usize(index));
                    }
                }
                _ => {
                    let (item, found) = self.shown_to(&mut function, item, span)?;
                    if self.as_bool(&found, span)? {
                        break Value::some(item);
                    }
                }
            }
        };
        self.swap_in(target, items, span)?;
        Ok(found)
    }

    fn search(&self, called: &Called<'_>, mut function: Value) -> Eval {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        self.make_iterator(target, span)?;
        let mut index = 0;
        while let Some(item) = self.next_of(target, span)? {
            let shared = Shared::new(item);
            let argument = match method {
                M::Find => Value::Ref(Target::shared(Rc::clone(&shared))),
                _ => shared.value.replace(Value::Moved),
            };
            let found = self.call_kept(&mut function, vec![argument], span)?;
            if method == M::FindMap {
                match found {
                    Value::None => continue,
                    found => return Ok(found),
                }
            }
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

    fn try_fold(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        let &Called { target, method, span, .. } = called;
        self.make_iterator(target, span)?;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        let folds = method == Method::TryFold;
        let mut state = if folds { argument() } else { Value::Unit };
        let mut function = argument();
        let mut is_option = false;
        while let Some(item) = self.next_of(target, span)? {
            let args = if folds { vec![state, item] } else { vec![item] };
            state = match self.call_kept(&mut function, args, span)? {
                Value::Some(value) => {
                    is_option = true;
                    *value
                }
                Value::Ok(value) => *value,
                failure => return Ok(failure),
            };
        }
        // Without an item nobody has said which of the two it is.
        let is_option =
            is_option || matches!(called.call.target, crate::rust::check::types::Ty::Option(_));
        Ok(if is_option { Value::some(state) } else { Value::ok(state) })
    }
}
