//! Iterators that are rarer than those of [`iterate`](super::iterate).

use std::rc::Rc;

use super::iterate::{Iter, iter};
use super::machine::{Eval, Machine};
use crate::run::diagnostic::Span;
use crate::rust::value::int128::Wide;
use crate::rust::value::number::{Arithmetic, Int};
use crate::rust::value::{Shared, Target, Value};

/// An iterator, by where its items come from.
pub(in crate::rust) enum Adaptor {
    FromFn(Value),
    /// The next item, as an `Option`, and what makes the one after it.
    Successors(Value, Value),
    RepeatWith(Value),
    /// Clones of a value; `None` for no end.
    Repeat(Value, Option<usize>),
    /// The items, and the one that was looked at already; the inner `Option` is `None` at the end.
    Peekable(Value, Option<Value>),
    /// The items, the state, and what changes it.
    Scan(Value, Rc<Shared>, Value),
    MapWhile(Value, Value),
    /// Items that were seen, whether the first round is over, and where the next one is.
    Cycle(Value, Vec<Value>, Option<usize>),
    /// A range of integers of 128 bits, to before its end.
    Wides {
        next: Option<Wide>,
        end: Option<Wide>,
        inclusive: bool,
    },
    /// From a character on.
    Chars(std::ops::RangeInclusive<char>),
}

pub(in crate::rust) fn adapted(adaptor: Adaptor) -> Value {
    iter(Iter::Adapted(Box::new(adaptor)))
}

impl Adaptor {
    pub(in crate::rust) fn drop_is_seen(&self) -> bool {
        let seen = Value::drop_is_seen;
        match self {
            Self::FromFn(function) | Self::RepeatWith(function) => seen(function),
            Self::Successors(a, b) | Self::MapWhile(a, b) => seen(a) || seen(b),
            Self::Repeat(value, _) => seen(value),
            Self::Peekable(items, peeked) => seen(items) || peeked.as_ref().is_some_and(seen),
            Self::Scan(items, state, function) => {
                seen(items) || seen(function) || state.value.try_borrow().is_ok_and(|it| seen(&it))
            }
            Self::Cycle(items, all, _) => seen(items) || all.iter().any(seen),
            Self::Wides { .. } | Self::Chars(_) => false,
        }
    }
}

impl Machine {
    /// The next item of an iterator that is at hand.
    pub(in crate::rust) fn next_adapted(
        &self,
        adaptor: &mut Adaptor,
        span: Span,
    ) -> Eval<Option<Value>> {
        Ok(match adaptor {
            Adaptor::FromFn(function) => {
                let item = self.call_kept(function, Vec::new(), span)?;
                self.some_of(item, span)?
            }
            Adaptor::RepeatWith(function) => Some(self.call_kept(function, Vec::new(), span)?),
            Adaptor::Successors(next, function) => {
                let item = std::mem::replace(next, Value::None);
                match self.some_of(item, span)? {
                    Some(item) => {
                        let (item, following) = self.shown_to(function, item, span)?;
                        *next = following;
                        Some(item)
                    }
                    None => None,
                }
            }
            Adaptor::Repeat(_, Some(0)) => None,
            Adaptor::Repeat(value, Some(1)) => {
                let value = std::mem::replace(value, Value::Moved);
                *adaptor = Adaptor::Repeat(Value::Unit, Some(0));
                Some(value)
            }
            Adaptor::Repeat(value, left) => {
                if let Some(left) = left {
                    *left -= 1;
                }
                Some(self.clone_value(value, span)?)
            }
            Adaptor::Peekable(items, peeked) => match peeked.take() {
                Some(peeked) => self.some_of(peeked, span)?,
                None => self.next(items, span)?,
            },
            Adaptor::Scan(items, state, function) => match self.next(items, span)? {
                Some(item) => {
                    let state = Value::Ref(Target::shared(Rc::clone(state)));
                    let item = self.call_kept(function, vec![state, item], span)?;
                    self.some_of(item, span)?
                }
                None => None,
            },
            Adaptor::MapWhile(items, function) => match self.next(items, span)? {
                Some(item) => {
                    let item = self.call_kept(function, vec![item], span)?;
                    self.some_of(item, span)?
                }
                None => None,
            },
            Adaptor::Cycle(items, all, at) => {
                if at.is_none() {
                    if let Some(item) = self.next(items, span)? {
                        self.take_memory(size_of::<Value>(), span)?;
                        all.push(self.clone_value_or_reference(&item, span)?);
                        return Ok(Some(item));
                    }
                    *at = Some(0);
                }
                match at {
                    Some(at) if !all.is_empty() => {
                        let item = self.clone_value_or_reference(&all[*at], span)?;
                        *at = (*at + 1) % all.len();
                        Some(item)
                    }
                    _ => None,
                }
            }
            Adaptor::Chars(chars) => chars.next().map(Value::Char),
            Adaptor::Wides { next, end, inclusive } => {
                let Some(item) = *next else { return Ok(None) };
                let is_over = |end| item > end || (item == end && !*inclusive);
                if end.is_some_and(is_over) {
                    return Ok(None);
                }
                let one = Wide::from_int(Int::usize(1), matches!(item, Wide::Signed(_)));
                let after = item.overflowing(Arithmetic::Add, one);
                // Past the largest value there is no next.
                *next = (!after.overflows).then_some(after.wrapped);
                Some(Value::Wide(Box::new(item)))
            }
        })
    }

    /// A clone of an item; of a reference, the reference.
    fn clone_value_or_reference(&self, item: &Value, span: Span) -> Eval {
        match item.copy() {
            Some(copy) => Ok(copy),
            None => self.clone_value(item, span),
        }
    }

    /// What is in an `Option`.
    fn some_of(&self, option: Value, span: Span) -> Eval<Option<Value>> {
        match option {
            Value::Some(value) => Ok(Some(*value)),
            Value::None => Ok(None),
            other => Err(self.mismatch("Option<_>", &other, span)),
        }
    }

    /// `peek` of the iterator at a place.
    pub(in crate::rust) fn peek(&self, target: &Target, span: Span) -> Eval<bool> {
        let adaptor = |value: &mut Value| match value {
            Value::Iter(inner) => match &mut **inner {
                Iter::Adapted(adaptor) => match &mut **adaptor {
                    Adaptor::Peekable(items, None) => {
                        Some(Some(std::mem::replace(items, Value::Moved)))
                    }
                    Adaptor::Peekable(_, Some(_)) => Some(None),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        let items = match self.look(target, span, adaptor)? {
            Some(Some(items)) => items,
            Some(None) => return self.peeked_is_some(target, span),
            None => return Err(self.wrong(span, "only a `Peekable` can be looked into")),
        };
        let mut items = items;
        let item = self.next(&mut items, span);
        let (mut item, mut items) = (Some(Value::option(item?)), Some(items));
        self.look(target, span, |value| {
            if let Value::Iter(inner) = value
                && let Iter::Adapted(adaptor) = &mut **inner
                && let Adaptor::Peekable(there, peeked) = &mut **adaptor
            {
                *there = items.take().unwrap_or(Value::Moved);
                *peeked = item.take();
            }
        })?;
        self.peeked_is_some(target, span)
    }

    fn peeked_is_some(&self, target: &Target, span: Span) -> Eval<bool> {
        self.look(target, span, |value| {
            peeked(value).is_some_and(|it| matches!(it, Value::Some(_)))
        })
    }
}

/// What was looked at already in a `Peekable`: an `Option`.
pub(in crate::rust) fn peeked(value: &mut Value) -> Option<&mut Value> {
    let Value::Iter(inner) = value else { return None };
    let Iter::Adapted(adaptor) = &mut **inner else { return None };
    match &mut **adaptor {
        Adaptor::Peekable(_, peeked) => peeked.as_mut(),
        _ => None,
    }
}
