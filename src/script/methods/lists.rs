//! Methods of `Vec`, arrays and slices.

use std::cmp::Ordering;

use super::super::builtin::Method;
use super::super::diagnostic::Span;
use super::super::iterate::owned;
use super::super::machine::{Eval, Machine};
use super::super::value::{Slice, Target, Value};
use super::Called;

impl Machine {
    pub(super) fn list_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call } = called;
        let (length, slice) = self.look(target, span, |value| match value {
            Value::Vec(values) => (values.len(), None),
            Value::Slice(slice) => (slice.to - slice.from, Some((slice.of.clone(), slice.from))),
            _ => (0, None),
        })?;
        let at = |index: usize| match &slice {
            Some((of, from)) => of.field(from + index),
            None => target.field(index),
        };
        let reference = |index: usize| Value::some(Value::Ref(at(index)));
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        Ok(match method {
            M::Len => Value::usize(length),
            M::IsEmpty => Value::Bool(length == 0),
            M::Capacity => Value::usize(length),
            M::First | M::Last if length == 0 => Value::None,
            M::First => reference(0),
            M::Last => reference(length - 1),
            M::Get | M::GetMut => {
                let index = self.usize(&argument(), span)?;
                if index < length { reference(index) } else { Value::None }
            }
            M::Iter | M::IterMut => self.elements(target, span)?,
            M::IntoIter => {
                let list = self.read(target, span)?;
                self.iterator(list, span)?
            }
            M::AsRef | M::AsMut | M::Borrow | M::AsDeref => Value::Ref(target.clone()),
            M::Contains => {
                let wanted = argument();
                for index in 0..length {
                    let element = Value::Ref(at(index));
                    if self.order(&element, &wanted, span)? == Some(Ordering::Equal) {
                        return Ok(Value::Bool(true));
                    }
                }
                Value::Bool(false)
            }
            M::Join => {
                let between = self.text_of(&argument(), span)?;
                let mut text = String::new();
                for index in 0..length {
                    if index > 0 {
                        text.push_str(&between);
                    }
                    text.push_str(&self.text_of(&Value::Ref(at(index)), span)?);
                }
                self.take_memory(text.len(), span)?;
                Value::string(text)
            }
            M::ToVec | M::ToOwned => {
                let clones = (0..length).map(|index| self.clone_at(&at(index), span));
                Value::vec(clones.collect::<Eval<Vec<_>>>()?)
            }
            M::Sort | M::SortUnstable => {
                // Sorted by likenesses; the elements themselves are only moved.
                let keys = (0..length)
                    .map(|index| self.likeness(&self.behind(&at(index)), span))
                    .collect::<Eval<Vec<_>>>()?;
                self.sort(target, span, length, |a, b| {
                    let order = self.order(&keys[a], &keys[b], span)?;
                    Ok(order.unwrap_or(Ordering::Equal))
                })?;
                Value::Unit
            }
            M::SortByKey => {
                let mut key_of = argument();
                let mut keys = Vec::with_capacity(length);
                for index in 0..length {
                    let key = self.call_kept(&mut key_of, vec![Value::Ref(at(index))], span)?;
                    keys.push(key);
                }
                self.sort(target, span, length, |a, b| {
                    let order = self.order(&keys[a], &keys[b], span)?;
                    Ok(order.unwrap_or(Ordering::Equal))
                })?;
                Value::Unit
            }
            M::SortBy => {
                let mut compare = argument();
                self.sort(target, span, length, |a, b| {
                    let (a, b) = (Value::Ref(at(a)), Value::Ref(at(b)));
                    match self.call_kept(&mut compare, vec![a, b], span)? {
                        Value::Ordering(order) => Ok(order),
                        other => Err(self.mismatch("Ordering", &other, span)),
                    }
                })?;
                Value::Unit
            }
            M::Windows | M::Chunks => {
                let size = self.usize(&argument(), span)?;
                if size == 0 {
                    let message = match method {
                        M::Windows => "window size must be non-zero",
                        _ => "chunk size must be non-zero",
                    };
                    return Err(self.panic_with(message, span));
                }
                let (of, first) = match &slice {
                    Some((of, from)) => (of.clone(), *from),
                    None => (target.clone(), 0),
                };
                let starts: Vec<usize> = match method {
                    M::Windows => (0..(length + 1).saturating_sub(size)).collect(),
                    _ => (0..length).step_by(size).collect(),
                };
                self.take_memory(starts.len() * size_of::<Value>(), span)?;
                owned(starts.into_iter().map(|start| {
                    let (from, to) = (first + start, first + (start + size).min(length));
                    Value::Slice(Box::new(Slice { of: of.clone(), from, to }))
                }))
            }
            M::Reverse => {
                self.look(target, span, |value| {
                    if let Value::Vec(values) = value {
                        values.reverse();
                    }
                })?;
                Value::Unit
            }
            M::Swap => {
                let (a, b) = (self.usize(&argument(), span)?, self.usize(&argument(), span)?);
                let worst = a.max(b);
                if worst >= length {
                    let message = format!(
                        "index out of bounds: the len is {length} but the index is {worst}"
                    );
                    return Err(self.panic_with(message, span));
                }
                self.look(target, span, |value| {
                    if let Value::Vec(values) = value {
                        values.swap(a, b);
                    }
                })?;
                Value::Unit
            }
            _ if slice.is_some() => return Err(self.no_method(target, call)),
            _ => return self.vec_method(called, length, &mut argument),
        })
    }

    fn vec_method(
        &self,
        called: &Called<'_>,
        length: usize,
        argument: &mut dyn FnMut() -> Value,
    ) -> Eval {
        use Method as M;
        let &Called { target, method, span, call } = called;
        Ok(match method {
            M::Push => {
                let value = argument();
                self.take_memory(size_of::<Value>(), span)?;
                self.check_depth(&value, span)?;
                self.record_bound_to(&value, self.program.text(call.receiver.span), span)?;
                let value = self.settled_as(target, value);
                self.on_vec(target, span, |values| values.push(value))?;
                Value::Unit
            }
            M::Pop => Value::option(self.on_vec(target, span, Vec::pop)?),
            M::Insert => {
                let (index, value) = (self.usize(&argument(), span)?, argument());
                if index > length {
                    let message =
                        format!("insertion index (is {index}) should be <= len (is {length})");
                    return Err(self.panic_with(message, span));
                }
                self.take_memory(size_of::<Value>(), span)?;
                self.on_vec(target, span, |values| values.insert(index, value))?;
                Value::Unit
            }
            M::Remove => {
                let index = self.usize(&argument(), span)?;
                if index >= length {
                    let message =
                        format!("removal index (is {index}) should be < len (is {length})");
                    return Err(self.panic_with(message, span));
                }
                self.on_vec(target, span, |values| values.remove(index))?
            }
            M::SwapRemove => {
                let index = self.usize(&argument(), span)?;
                if index >= length {
                    let message =
                        format!("swap_remove index (is {index}) should be < len (is {length})");
                    return Err(self.panic_with(message, span));
                }
                self.on_vec(target, span, |values| values.swap_remove(index))?
            }
            M::IntoBoxedSlice => self.read(target, span)?,
            M::SplitOff => {
                let at = self.usize(&argument(), span)?;
                if at > length {
                    let message =
                        format!("`at` split index (is {at}) should be <= len (is {length})");
                    return Err(self.panic_with(message, span));
                }
                Value::vec(self.on_vec(target, span, |values| values.split_off(at))?)
            }
            M::Clear | M::Truncate => {
                let keep = if method == M::Clear { 0 } else { self.usize(&argument(), span)? };
                self.session.set_line(span.line);
                let cut =
                    self.on_vec(target, span, |values| values.split_off(keep.min(values.len())))?;
                drop(cut);
                Value::Unit
            }
            M::Drain => {
                let (from, to) = match argument() {
                    Value::Range(range) => self.bounds(&range, length, span)?,
                    other => return Err(self.mismatch("Range<usize>", &other, span)),
                };
                let drained =
                    self.on_vec(target, span, |values| values.drain(from..to).collect::<Vec<_>>())?;
                owned(drained)
            }
            M::Extend => {
                let mut items = self.iterator(argument(), span)?;
                while let Some(item) = self.next(&mut items, span)? {
                    self.take_memory(size_of::<Value>(), span)?;
                    let item = match item {
                        Value::Ref(from) => self.copied(&from, span)?,
                        item => item,
                    };
                    self.on_vec(target, span, |values| values.push(item))?;
                }
                Value::Unit
            }
            M::Append => {
                let from = self.target_of(&argument(), span)?;
                let mut more = self.on_vec(&from, span, std::mem::take)?;
                self.take_memory(size_of::<Value>() * more.len(), span)?;
                self.on_vec(target, span, |values| values.append(&mut more))?;
                Value::Unit
            }
            M::Retain => {
                let mut keeps = argument();
                let mut index = 0;
                while index < self.on_vec(target, span, |values| values.len())? {
                    let element = Value::Ref(target.field(index));
                    let keep = self.call_kept(&mut keeps, vec![element], span)?;
                    if self.as_bool(&keep, span)? {
                        index += 1;
                    } else {
                        let gone = self.on_vec(target, span, |values| values.remove(index))?;
                        drop(gone);
                    }
                }
                Value::Unit
            }
            _ => return Err(self.no_method(target, call)),
        })
    }

    /// Sorts the `Vec` at a place by an order of its indexes.
    fn sort(
        &self,
        target: &Target,
        span: Span,
        length: usize,
        mut compare: impl FnMut(usize, usize) -> Eval<Ordering>,
    ) -> Eval<()> {
        let mut order: Vec<usize> = (0..length).collect();
        let mut failed = None;
        order.sort_by(|&a, &b| {
            if failed.is_some() {
                return Ordering::Equal;
            }
            compare(a, b).unwrap_or_else(|flow| {
                failed = Some(flow);
                Ordering::Equal
            })
        });
        if let Some(flow) = failed {
            return Err(flow);
        }
        self.look(target, span, |value| {
            if let Value::Vec(values) = value {
                let mut old: Vec<Option<Value>> =
                    std::mem::take(&mut **values).into_iter().map(Some).collect();
                **values = order.iter().filter_map(|&index| old[index].take()).collect();
            }
        })
    }

    fn on_vec<T>(
        &self,
        target: &Target,
        span: Span,
        change: impl FnOnce(&mut Vec<Value>) -> T,
    ) -> Eval<T> {
        let changed = self.look(target, span, |value| match value {
            Value::Vec(values) => Some(change(values)),
            _ => None,
        })?;
        changed.ok_or_else(|| self.wrong(span, "this is not a `Vec`"))
    }

    /// An open integer takes the type of the elements that are there.
    fn settled_as(&self, target: &Target, value: Value) -> Value {
        match value {
            Value::Int(int) => {
                let kind = self.at(target, |list| match list {
                    Value::Vec(values) => match values.first() {
                        Some(Value::Int(first)) => Some(first.kind),
                        _ => None,
                    },
                    _ => None,
                });
                let kind = kind.flatten();
                Value::Int(kind.and_then(|kind| int.settled(kind)).unwrap_or(int))
            }
            value => value,
        }
    }
}
