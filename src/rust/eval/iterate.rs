//! Iterators: lazy, as in Rust, so that what a chain does happens in its order.

use std::collections::VecDeque;
use std::rc::Rc;

use super::adaptors::{Adaptor, adapted};
use super::machine::{Eval, Machine};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::value::number::Int;
use crate::rust::value::{Target, Value};

/// Where items come from.
pub(in crate::rust) enum Iter {
    /// Items that are there already, owned: what is left is dropped with it, in order.
    Owned(VecDeque<Value>),
    /// A range of integers; `None` as an end has none.
    Ints {
        next: Option<Int>,
        end: Option<i128>,
    },
    /// References to the elements of a `Vec`, from an index to before another.
    Elements {
        of: Target,
        from: usize,
        to: usize,
    },
    Map(Value, Value),
    Filter(Value, Value),
    FilterMap(Value, Value),
    FlatMap(Value, Value, Option<Value>),
    Enumerate(Value, usize),
    Zip(Value, Value),
    Chain(Value, Value),
    Inspect(Value, Value),
    TakeWhile(Value, Value, bool),
    SkipWhile(Value, Value, bool),
    Take(Value, usize),
    Skip(Value, usize),
    StepBy(Value, usize, bool),
    /// From the end, where items can be taken from there.
    Rev(Value),
    /// What the items refer to, cloned.
    Cloned(Value),
    /// A value of a type of the program's own, asked by its method `next`.
    Own(Rc<crate::rust::value::Shared>),
    Adapted(Box<Adaptor>),
}

impl Iter {
    pub(in crate::rust) fn drop_is_seen(&self) -> bool {
        match self {
            Self::Owned(values) => values.iter().any(Value::drop_is_seen),
            Self::Ints { .. } | Self::Elements { .. } => false,
            Self::Adapted(adaptor) => adaptor.drop_is_seen(),
            Self::Own(shared) => shared.value.try_borrow().is_ok_and(|value| value.drop_is_seen()),
            Self::Map(a, b)
            | Self::Filter(a, b)
            | Self::FilterMap(a, b)
            | Self::Inspect(a, b)
            | Self::TakeWhile(a, b, _)
            | Self::SkipWhile(a, b, _)
            | Self::Zip(a, b)
            | Self::Chain(a, b)
            | Self::FlatMap(a, b, _) => a.drop_is_seen() || b.drop_is_seen(),
            Self::Enumerate(a, _)
            | Self::Take(a, _)
            | Self::Skip(a, _)
            | Self::StepBy(a, ..)
            | Self::Rev(a)
            | Self::Cloned(a) => a.drop_is_seen(),
        }
    }
}

impl Iter {
    /// The text of items that are characters already.
    pub(in crate::rust) fn chars(&self) -> Option<String> {
        let Self::Owned(values) = self else { return None };
        let char = |value: &Value| match value {
            Value::Char(char) => Some(*char),
            _ => None,
        };
        values.iter().map(char).collect()
    }
}

pub(in crate::rust) fn iter(iter: Iter) -> Value {
    Value::Iter(Box::new(iter))
}

pub(in crate::rust) fn owned(values: impl IntoIterator<Item = Value>) -> Value {
    iter(Iter::Owned(values.into_iter().collect()))
}

pub(in crate::rust) fn once(value: Value) -> Value {
    owned([value])
}

impl Machine {
    /// What `into_iter` makes of a value.
    pub(in crate::rust) fn iterator(&self, value: Value, span: Span) -> Eval {
        match value {
            Value::Iter(_) => Ok(value),
            Value::Range(range) => match (range.from, range.to) {
                (Value::Int(next), Value::Int(end)) => {
                    let end = end.value() + i128::from(range.inclusive);
                    Ok(iter(Iter::Ints { next: Some(next), end: Some(end) }))
                }
                (Value::Int(next), Value::Moved) => {
                    Ok(iter(Iter::Ints { next: Some(next), end: None }))
                }
                (Value::Char(from), Value::Char(to)) => {
                    let to = if range.inclusive {
                        (from..=to).map(Value::Char).collect()
                    } else {
                        (from..to).map(Value::Char).collect::<Vec<_>>()
                    };
                    Ok(owned(to))
                }
                (Value::Char(from), Value::Moved) => Ok(adapted(Adaptor::Chars(from..=char::MAX))),
                (Value::Wide(from), to @ (Value::Wide(_) | Value::Moved)) => {
                    let end = match to {
                        Value::Wide(end) => Some(*end),
                        _ => None,
                    };
                    let inclusive = range.inclusive;
                    Ok(adapted(Adaptor::Wides { next: Some(*from), end, inclusive }))
                }
                (other, _) => Err(self.not_iterable(&other, span)),
            },
            Value::Vec(values) | Value::Array(values) => Ok(owned(*values)),
            Value::Map(map) => Ok(owned(map.into_items())),
            Value::Some(value) | Value::Ok(value) => Ok(owned([*value])),
            Value::None | Value::Err(_) => Ok(owned([])),
            Value::Slice(slice) => {
                Ok(iter(Iter::Elements { of: slice.of, from: slice.from, to: slice.to }))
            }
            Value::Ref(target) => self.elements(&self.behind(&target), span),
            Value::Box(inner) => self.iterator(*inner, span),
            Value::Object(object) if self.own_next(&object.class.name).is_some() => {
                Ok(iter(Iter::Own(crate::rust::value::Shared::new(Value::Object(object)))))
            }
            Value::Object(object)
                if let Some(function) = self.own_function(&object.class.name, "into_iter") =>
            {
                let items = self.invoke_with(&function, vec![Value::Object(object)], span)?;
                self.iterator(items, span)
            }
            other => Err(self.not_iterable(&other, span)),
        }
    }

    /// The method `next` of a type of the program's own.
    pub(in crate::rust) fn own_next(&self, class: &str) -> Option<u32> {
        self.program.methods.get(class, "next")
    }

    /// Asks an iterator of the program's own.
    fn next_of_own(&self, target: Target, span: Span) -> Eval<Option<Value>> {
        let Some(next) = self.user_method(&target, "next") else { return Ok(None) };
        let function = Rc::clone(&self.program.functions[next as usize]);
        match self.invoke_with(&function, vec![Value::Ref(target)], span)? {
            Value::Some(item) => Ok(Some(*item)),
            _ => Ok(None),
        }
    }

    pub(in crate::rust) fn not_iterable(&self, value: &Value, span: Span) -> super::machine::Flow {
        self.stop(no_iterator(&value.type_name(), span))
    }

    /// What `iter` makes of a place: references to its elements.
    pub(in crate::rust) fn elements(&self, target: &Target, span: Span) -> Eval {
        enum Found {
            Elements(usize),
            Slice(Target, usize, usize),
            /// An iterator behind `&mut`: it is gone on with.
            Iterator,
            Option(bool),
            Map(usize, usize),
            Object(Rc<str>),
            Not(String),
        }
        let found = self.look(target, span, |value| match value {
            Value::Vec(values) | Value::Array(values) => Found::Elements(values.len()),
            Value::Map(map) => Found::Map(map.len(), map.stride()),
            Value::Object(object) => Found::Object(Rc::clone(&object.class.name)),
            Value::Slice(slice) => Found::Slice(slice.of.clone(), slice.from, slice.to),
            Value::Iter(_) => Found::Iterator,
            Value::Some(_) => Found::Option(true),
            Value::None => Found::Option(false),
            other => Found::Not(other.type_name()),
        })?;
        Ok(match found {
            Found::Elements(to) => iter(Iter::Elements { of: target.clone(), from: 0, to }),
            Found::Slice(of, from, to) => iter(Iter::Elements { of, from, to }),
            Found::Iterator => Value::Ref(target.clone()),
            Found::Option(true) => owned([Value::Ref(target.field(0))]),
            Found::Option(false) => owned([]),
            Found::Map(length, 1) => {
                owned((0..length).map(|index| Value::Ref(target.field(index))))
            }
            Found::Map(length, _) => owned((0..length).map(|index| {
                let at = |part: usize| Value::Ref(target.field(2 * index + part));
                Value::tuple([at(0), at(1)])
            })),
            // One of the program's own behind `&mut`, or what has an `into_iter` for references.
            Found::Object(class) if self.own_next(&class).is_some() => Value::Ref(target.clone()),
            Found::Object(class) => {
                let own = self.own_function(&format!("&{class}"), "into_iter");
                let Some(function) = own.or_else(|| self.own_function(&class, "into_iter")) else {
                    let of = Value::Str(class);
                    return Err(self.not_iterable(&of, span));
                };
                let items = self.invoke_with(&function, vec![Value::Ref(target.clone())], span)?;
                self.iterator(items, span)?
            }
            Found::Not(of) => {
                return Err(self.stop(no_iterator(&of, span)));
            }
        })
    }

    /// The next item of the iterator at a place.
    pub(in crate::rust) fn next_of(&self, place: &Target, span: Span) -> Eval<Option<Value>> {
        enum Fast {
            Item(Option<Value>),
            Elsewhere(Target),
            Slow(Value),
            Own,
            Not(String),
        }
        // Ranges and elements are most of what loops go over: they stay where they are.
        let fast = self.look(place, span, |value| match value {
            Value::Iter(inner) => match &mut **inner {
                Iter::Owned(values) => Fast::Item(values.pop_front()),
                Iter::Ints { next, end } => Fast::Item(next_int(next, *end)),
                Iter::Elements { of, from, to } => Fast::Item((*from < *to).then(|| {
                    *from += 1;
                    Value::Ref(of.field(*from - 1))
                })),
                _ => Fast::Slow(std::mem::replace(value, Value::Moved)),
            },
            Value::Ref(target) => Fast::Elsewhere(target.clone()),
            Value::Object(_) => Fast::Own,
            other => Fast::Not(other.type_name()),
        })?;
        match fast {
            Fast::Item(item) => Ok(item),
            Fast::Elsewhere(target) => self.next_of(&self.behind_iterators(&target), span),
            Fast::Own => self.next_of_own(place.clone(), span),
            Fast::Not(of) => Err(self.stop(no_iterator(&of, span))),
            Fast::Slow(mut iterator) => {
                // While its closures run it is taken out of its place.
                let item = self.next(&mut iterator, span);
                let mut iterator = Some(iterator);
                self.at(place, |value| {
                    if let Some(iterator) = iterator.take() {
                        *value = iterator;
                    }
                });
                item
            }
        }
    }

    /// The place of the iterator itself, behind references to it.
    fn behind_iterators(&self, target: &Target) -> Target {
        let behind = self.behind_references(target);
        // A reference that leads to itself is no iterator.
        let endless = self.at(&behind, |value| matches!(value, Value::Ref(_))) == Some(true);
        if endless { Target::Slot(u32::MAX) } else { behind }
    }

    /// The next item of an iterator that is at hand.
    pub(in crate::rust) fn next(&self, iterator: &mut Value, span: Span) -> Eval<Option<Value>> {
        self.step(span)?;
        let inner = match iterator {
            Value::Iter(inner) => inner,
            Value::Ref(target) => {
                let target = target.clone();
                return self.next_of(&target, span);
            }
            other => return Err(self.not_iterable(other, span)),
        };
        Ok(match &mut **inner {
            Iter::Owned(values) => values.pop_front(),
            Iter::Ints { next, end } => next_int(next, *end),
            Iter::Elements { of, from, to } => (*from < *to).then(|| {
                *from += 1;
                Value::Ref(of.field(*from - 1))
            }),
            Iter::Map(items, function) => match self.next(items, span)? {
                Some(item) => Some(self.call_kept(function, vec![item], span)?),
                None => None,
            },
            Iter::Filter(items, function) => loop {
                let Some(item) = self.next(items, span)? else { break None };
                let kept = crate::rust::value::Shared::new(item);
                let reference = Value::Ref(Target::shared(Rc::clone(&kept)));
                let keep = self.call_kept(function, vec![reference], span)?;
                if self.as_bool(&keep, span)? {
                    break Some(kept.value.replace(Value::Moved));
                }
            },
            Iter::FilterMap(items, function) => loop {
                let Some(item) = self.next(items, span)? else { break None };
                match self.call_kept(function, vec![item], span)? {
                    Value::Some(item) => break Some(*item),
                    Value::None => {}
                    other => return Err(self.mismatch("Option<_>", &other, span)),
                }
            },
            Iter::FlatMap(items, function, current) => loop {
                if let Some(inner) = current {
                    if let Some(item) = self.next(inner, span)? {
                        break Some(item);
                    }
                    *current = None;
                }
                let Some(item) = self.next(items, span)? else { break None };
                let inner = self.call_kept(function, vec![item], span)?;
                *current = Some(self.iterator(inner, span)?);
            },
            Iter::Enumerate(items, index) => self.next(items, span)?.map(|item| {
                *index += 1;
                Value::tuple([Value::usize(*index - 1), item])
            }),
            Iter::Zip(a, b) => match self.next(a, span)? {
                Some(a) => self.next(b, span)?.map(|b| Value::tuple([a, b])),
                None => None,
            },
            // The first ends when it has nothing more to give.
            Iter::Chain(Value::Moved, b) => self.next(b, span)?,
            Iter::Chain(a, b) => match self.next(a, span)? {
                Some(item) => Some(item),
                None => {
                    drop(std::mem::replace(a, Value::Moved));
                    self.next(b, span)?
                }
            },
            Iter::Inspect(items, function) => match self.next(items, span)? {
                Some(item) => Some(self.shown_to(function, item, span)?.0),
                None => None,
            },
            Iter::TakeWhile(_, _, true) => None,
            Iter::TakeWhile(items, function, over) => match self.next(items, span)? {
                Some(item) => {
                    let (item, keep) = self.shown_to(function, item, span)?;
                    *over = !self.as_bool(&keep, span)?;
                    if *over { None } else { Some(item) }
                }
                None => None,
            },
            Iter::SkipWhile(items, function, begun) => loop {
                let Some(item) = self.next(items, span)? else { break None };
                if *begun {
                    break Some(item);
                }
                let (item, skip) = self.shown_to(function, item, span)?;
                *begun = !self.as_bool(&skip, span)?;
                if *begun {
                    break Some(item);
                }
            },
            Iter::Take(items, left) => match *left {
                0 => None,
                _ => {
                    *left -= 1;
                    self.next(items, span)?
                }
            },
            Iter::Skip(items, left) => {
                while *left > 0 {
                    *left -= 1;
                    if self.next(items, span)?.is_none() {
                        return Ok(None);
                    }
                }
                self.next(items, span)?
            }
            Iter::StepBy(items, step, started) => {
                if std::mem::replace(started, true) {
                    for _ in 1..*step {
                        if self.next(items, span)?.is_none() {
                            return Ok(None);
                        }
                    }
                }
                self.next(items, span)?
            }
            Iter::Own(shared) => {
                let target = Target::shared(Rc::clone(shared));
                self.next_of_own(target, span)?
            }
            Iter::Rev(items) => self.next_back(items, span)?,
            Iter::Cloned(items) => match self.next(items, span)? {
                Some(item) => Some(self.clone_value(&item, span)?),
                None => None,
            },
            Iter::Adapted(adaptor) => self.next_adapted(adaptor, span)?,
        })
    }

    pub(in crate::rust) fn next_back(
        &self,
        iterator: &mut Value,
        span: Span,
    ) -> Eval<Option<Value>> {
        let Value::Iter(inner) = iterator else { return Err(self.not_iterable(iterator, span)) };
        Ok(match &mut **inner {
            Iter::Owned(values) => values.pop_back(),
            Iter::Ints { next: Some(next), end: Some(end) } => {
                if next.value() >= *end {
                    return Ok(None);
                }
                *end -= 1;
                Some(Value::Int(Int::wrapped(next.kind, *end)))
            }
            Iter::Ints { next: None, .. } => None,
            Iter::Elements { of, from, to } => (*from < *to).then(|| {
                *to -= 1;
                Value::Ref(of.field(*to))
            }),
            Iter::Map(items, function) => match self.next_back(items, span)? {
                Some(item) => Some(self.call_kept(function, vec![item], span)?),
                None => None,
            },
            Iter::Rev(items) => self.next(items, span)?,
            Iter::Cloned(items) => match self.next_back(items, span)? {
                Some(item) => Some(self.clone_value(&item, span)?),
                None => None,
            },
            _ => {
                // Rare: everything is made first, and then taken from the end.
                let mut all = VecDeque::new();
                while let Some(item) = self.next(iterator, span)? {
                    all.push_back(item);
                }
                let last = all.pop_back();
                *iterator = iter(Iter::Owned(all));
                last
            }
        })
    }

    /// Calls a kept function with a reference to an item, and gives the item back with the answer.
    pub(in crate::rust) fn shown_to(
        &self,
        function: &mut Value,
        item: Value,
        span: Span,
    ) -> Eval<(Value, Value)> {
        let kept = crate::rust::value::Shared::new(item);
        let reference = Value::Ref(Target::shared(Rc::clone(&kept)));
        let answer = self.call_kept(function, vec![reference], span)?;
        Ok((kept.value.replace(Value::Moved), answer))
    }

    /// Calls a function value that is kept for the next item.
    pub(in crate::rust) fn call_kept(
        &self,
        function: &mut Value,
        args: Vec<Value>,
        span: Span,
    ) -> Eval {
        let taken = std::mem::replace(function, Value::Moved);
        let kept = crate::rust::value::Shared::new(taken);
        let result = self.call_at(&Target::shared(Rc::clone(&kept)), args, span);
        *function = kept.value.replace(Value::Moved);
        result
    }
}

/// What is said of a loop over something that has no elements.
fn no_iterator(of: &str, span: Span) -> Diagnostic {
    let message = format!("`{of}` is not an iterator");
    let diagnostic = Diagnostic::wrong(span, &message).code("E0277").label(message);
    match of.starts_with(['i', 'u']) {
        true => diagnostic.hint("to count, go over a range: `0..n`"),
        false => diagnostic.hint("go over a `Vec`, a range, or what `iter()` gives"),
    }
}

fn next_int(next: &mut Option<Int>, end: Option<i128>) -> Option<Value> {
    let item = (*next)?;
    if end.is_some_and(|end| item.value() >= end) {
        return None;
    }
    // Past the largest value of its kind there is no next.
    *next = Int::new(item.kind, item.value() + 1);
    Some(Value::Int(item))
}
