//! Methods of `Vec`, arrays and slices.

use std::cmp::Ordering;

use super::Called;
use super::consuming::{placed, referring};
use crate::run::diagnostic::Span;
use crate::rust::eval::capacity::Each;
use crate::rust::eval::compare::By;
use crate::rust::eval::iterate::owned;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::number::IntKind;
use crate::rust::value::{Slice, Target, Value};

impl Machine {
    pub(super) fn list_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let (length, slice) = self.inspect(target, span, |value| match value {
            Value::Vec(values) | Value::Array(values) => (values.len(), None),
            Value::Slice(slice) => (slice.to - slice.from, Some((slice.of.clone(), slice.from))),
            _ => (0, None),
        })?;
        let at = |index: usize| match &slice {
            Some((of, from)) => of.field(from + index),
            None => target.field(index),
        };
        let reference = |index: usize| Value::some(Value::Ref(at(index)));
        let part = |from: usize, to: usize| {
            let (of, first) = slice.clone().unwrap_or_else(|| (target.clone(), 0));
            Value::Slice(Box::new(Slice { of, from: first + from, to: first + to }))
        };
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        Ok(match method {
            M::Len => Value::usize(length),
            M::IsEmpty => Value::Bool(length == 0),
            M::Capacity => Value::usize(length),
            M::First | M::FirstMut | M::Front | M::FrontMut => match length {
                0 => Value::None,
                _ => reference(0),
            },
            M::Last | M::LastMut | M::Back | M::BackMut => match length {
                0 => Value::None,
                _ => reference(length - 1),
            },
            M::Get | M::GetMut => match argument() {
                Value::Range(range) => match range.within(length) {
                    Some((from, to)) => Value::some(part(from, to)),
                    None => Value::None,
                },
                index => {
                    let index = self.usize(&index, span)?;
                    if index < length { reference(index) } else { Value::None }
                }
            },
            M::SplitFirst | M::SplitLast if length == 0 => Value::None,
            M::SplitFirst => Value::some(Value::tuple([Value::Ref(at(0)), part(1, length)])),
            M::SplitLast => {
                Value::some(Value::tuple([Value::Ref(at(length - 1)), part(0, length - 1)]))
            }
            M::SplitAt | M::SplitAtMut => {
                let middle = self.usize(&argument(), span)?;
                if middle > length {
                    return Err(self.panic_with("mid > len", span));
                }
                Value::tuple([part(0, middle), part(middle, length)])
            }
            M::AsSlice | M::AsMutSlice => part(0, length),
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
                    let order = self.order_by(By::Equality, &element, &wanted, span)?;
                    if order == Some(Ordering::Equal) {
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
            M::Concat => self.concatenated(called, length, &at)?,
            M::StartsWith | M::EndsWith => {
                let other = argument();
                let mut wanted = self.iterator(other, span)?;
                let mut all = Vec::new();
                while let Some(item) = self.next(&mut wanted, span)? {
                    all.push(item);
                }
                if all.len() > length {
                    return Ok(Value::Bool(false));
                }
                let first = if method == M::StartsWith { 0 } else { length - all.len() };
                for (index, item) in all.iter().enumerate() {
                    let there = Value::Ref(at(first + index));
                    let order = self.order_by(By::Equality, &there, item, span)?;
                    if order != Some(Ordering::Equal) {
                        return Ok(Value::Bool(false));
                    }
                }
                Value::Bool(true)
            }
            M::BinarySearch | M::BinarySearchBy | M::BinarySearchByKey | M::PartitionPoint => {
                self.binary_search(called, length, &at, [argument(), argument()])?
            }
            M::IsSorted | M::Split | M::Repeat => {
                return self.slice_method(called, length, &at, &part, argument());
            }
            M::Map if slice.is_none() => {
                let mut function = argument();
                let mut items = self.read(target, span)?;
                items = self.iterator(items, span)?;
                let mut all = Vec::with_capacity(length);
                while let Some(item) = self.next(&mut items, span)? {
                    all.push(self.call_kept(&mut function, vec![item], span)?);
                }
                Value::Array(Box::new(all))
            }
            M::ToVec | M::ToOwned => {
                let clones = (0..length).map(|index| self.clone_at(&at(index), span));
                Value::vec(clones.collect::<Eval<Vec<_>>>()?)
            }
            M::Sort | M::SortUnstable => {
                // The elements stay where they are until their order is known.
                self.sort(called, length, &slice, &mut |a, b| {
                    let order = self.order(&Value::Ref(at(a)), &Value::Ref(at(b)), span)?;
                    Ok(order.unwrap_or(Ordering::Equal))
                })?;
                Value::Unit
            }
            M::SortByKey | M::SortUnstableByKey | M::SortByCachedKey => {
                let mut key_of = argument();
                let mut keys = Vec::with_capacity(length);
                for index in 0..length {
                    let key = self.call_kept(&mut key_of, vec![Value::Ref(at(index))], span)?;
                    keys.push(placed(key));
                }
                self.sort(called, length, &slice, &mut |a, b| {
                    let order = self.order(&referring(&keys[a]), &referring(&keys[b]), span)?;
                    Ok(order.unwrap_or(Ordering::Equal))
                })?;
                Value::Unit
            }
            M::SortBy | M::SortUnstableBy => {
                let mut compare = argument();
                self.sort(called, length, &slice, &mut |a, b| {
                    let (a, b) = (Value::Ref(at(a)), Value::Ref(at(b)));
                    match self.call_kept(&mut compare, vec![a, b], span)? {
                        Value::Ordering(order) => Ok(order),
                        other => Err(self.mismatch("Ordering", &other, span)),
                    }
                })?;
                Value::Unit
            }
            M::Windows | M::Chunks | M::ChunksMut | M::ChunksExact | M::Rchunks => {
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
                    M::ChunksExact => (0..length - length % size).step_by(size).collect(),
                    _ => (0..length).step_by(size).collect(),
                };
                self.take_memory(starts.len() * size_of::<Value>(), span)?;
                owned(starts.into_iter().map(|start| {
                    let end = (start + size).min(length);
                    let (start, end) = match method {
                        M::Rchunks => (length - end, length - start),
                        _ => (start, end),
                    };
                    let (from, to) = (first + start, first + end);
                    Value::Slice(Box::new(Slice { of: of.clone(), from, to }))
                }))
            }
            M::ChunkBy => {
                let mut alike = argument();
                let (of, first) = match &slice {
                    Some((of, from)) => (of.clone(), *from),
                    None => (target.clone(), 0),
                };
                let mut chunks = Vec::new();
                let mut from = 0;
                for index in 1..=length {
                    let pair = |index| Value::Ref(at(index));
                    let goes_on = index < length && {
                        let args = vec![pair(index - 1), pair(index)];
                        let alike = self.call_kept(&mut alike, args, span)?;
                        self.as_bool(&alike, span)?
                    };
                    if !goes_on {
                        let (from, to) = (first + from, first + index);
                        chunks.push(Value::Slice(Box::new(Slice { of: of.clone(), from, to })));
                    }
                    from = if goes_on { from } else { index };
                }
                owned(chunks)
            }
            M::Reverse => {
                self.on_elements(called, &slice, &mut |values| values.reverse())?;
                Value::Unit
            }
            M::RotateLeft | M::RotateRight => {
                let by = self.usize(&argument(), span)?;
                if by > length {
                    let which = if method == M::RotateLeft { "mid" } else { "k" };
                    let message = format!("assertion failed: {which} <= self.len()");
                    return Err(self.panic_with(message, span));
                }
                self.on_elements(called, &slice, &mut |values| match method {
                    M::RotateLeft => values.rotate_left(by),
                    _ => values.rotate_right(by),
                })?;
                Value::Unit
            }
            M::Fill => {
                let value = argument();
                for index in 0..length {
                    let clone = self.clone_value(&value, span)?;
                    let clone = self.settled_as(target, clone);
                    self.assign(&at(index), clone, span)?;
                }
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
                self.on_elements(called, &slice, &mut |values| values.swap(a, b))?;
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
        let &Called { target, method, span, call, .. } = called;
        Ok(match method {
            M::Push => {
                let value = argument();
                self.take_memory(size_of::<Value>(), span)?;
                self.check_depth(&value, span)?;
                self.record_bound(&value, &call.receiver, span)?;
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
            M::IntoBoxedSlice | M::IntoVec | M::Leak => self.read(target, span)?,
            M::Reserve => {
                self.capacity(&argument(), Each::Room("values"), span)?;
                Value::Unit
            }
            M::ShrinkToFit => Value::Unit,
            M::PushBack | M::PushFront => {
                let value = argument();
                self.take_memory(size_of::<Value>(), span)?;
                self.check_depth(&value, span)?;
                self.record_bound(&value, &call.receiver, span)?;
                let value = self.settled_as(target, value);
                let at = if method == M::PushFront { 0 } else { length };
                self.on_vec(target, span, |values| values.insert(at, value))?;
                Value::Unit
            }
            M::PopBack => Value::option(self.on_vec(target, span, Vec::pop)?),
            M::PopFront => Value::option(self.on_vec(target, span, |values| {
                if values.is_empty() { None } else { Some(values.remove(0)) }
            })?),
            M::Resize | M::ResizeWith => {
                let wanted = self.capacity(&argument(), Each::Value, span)?;
                let mut value = argument();
                let more = wanted.saturating_sub(length);
                self.take_memory(more.saturating_mul(size_of::<Value>()), span)?;
                let mut clones = Vec::with_capacity(more);
                for at in 0..more {
                    let is_last = at + 1 == more;
                    clones.push(match method {
                        M::ResizeWith => self.call_kept(&mut value, Vec::new(), span)?,
                        _ if is_last => std::mem::replace(&mut value, Value::Moved),
                        _ => self.clone_value(&value, span)?,
                    });
                }
                drop(value);
                let cut = self.on_vec(target, span, |values| {
                    let cut = values.split_off(wanted.min(length));
                    values.append(&mut clones);
                    cut
                })?;
                drop(cut);
                Value::Unit
            }
            M::Splice => {
                let (from, to) = match argument() {
                    Value::Range(range) => self.bounds(&range, length, span)?,
                    other => return Err(self.mismatch("Range<usize>", &other, span)),
                };
                let mut items = self.iterator(argument(), span)?;
                let mut all = Vec::new();
                while let Some(item) = self.next(&mut items, span)? {
                    self.take_memory(size_of::<Value>(), span)?;
                    all.push(self.settled_as(target, item));
                }
                let cut = self.on_vec(target, span, |values| {
                    values.splice(from..to, all).collect::<Vec<_>>()
                })?;
                owned(cut)
            }
            M::Dedup | M::DedupBy | M::DedupByKey => {
                let mut key_of = (method == M::DedupByKey).then(&mut *argument);
                let mut same = (method == M::DedupBy).then(&mut *argument);
                let mut index = 1;
                while index < self.on_vec(target, span, |values| values.len())? {
                    let (a, b) =
                        (Value::Ref(target.field(index)), Value::Ref(target.field(index - 1)));
                    let equal = if let Some(same) = &mut same {
                        let same = self.call_kept(same, vec![a, b], span)?;
                        self.as_bool(&same, span)?
                    } else {
                        let (a, b) = match &mut key_of {
                            Some(key_of) => (
                                self.call_kept(key_of, vec![a], span)?,
                                self.call_kept(key_of, vec![b], span)?,
                            ),
                            None => (a, b),
                        };
                        let (a, b) = (placed(a), placed(b));
                        let (a, b) = (referring(&a), referring(&b));
                        self.order_by(By::Equality, &a, &b, span)? == Some(Ordering::Equal)
                    };
                    if equal {
                        let gone = self.on_vec(target, span, |values| values.remove(index))?;
                        drop(gone);
                    } else {
                        index += 1;
                    }
                }
                Value::Unit
            }
            M::ExtendFromSlice => {
                let items = argument();
                let Value::Vec(clones) = self.to_vec(items, span)? else { return Ok(Value::Unit) };
                let clones = clones.into_iter().map(|value| self.settled_as(target, value));
                let mut clones = clones.collect::<Vec<_>>();
                self.on_vec(target, span, |values| values.append(&mut clones))?;
                Value::Unit
            }
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
            M::Retain | M::RetainMut => {
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

    /// Changes the elements of the list, or of the part of one, that a method is called on.
    fn on_elements(
        &self,
        called: &Called<'_>,
        slice: &Option<(Target, usize)>,
        change: &mut dyn FnMut(&mut [Value]),
    ) -> Eval<()> {
        let length = self.inspect(called.target, called.span, |value| match value {
            Value::Slice(slice) => slice.to - slice.from,
            _ => 0,
        })?;
        let (of, range) = match slice {
            Some((of, from)) => (self.behind(of), Some(*from..from + length)),
            None => (called.target.clone(), None),
        };
        self.inspect(&of, called.span, |value| {
            if let Value::Vec(values) | Value::Array(values) = value {
                let range = range.unwrap_or(0..values.len());
                if let Some(values) = values.get_mut(range) {
                    change(values);
                }
            }
        })
    }

    /// Sorts a list by an order of its indexes.
    fn sort(
        &self,
        called: &Called<'_>,
        length: usize,
        slice: &Option<(Target, usize)>,
        compare: &mut dyn FnMut(usize, usize) -> Eval<Ordering>,
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
        self.on_elements(called, slice, &mut |values| {
            let mut old: Vec<Option<Value>> = values
                .iter_mut()
                .map(|value| Some(std::mem::replace(value, Value::Moved)))
                .collect();
            for (value, &index) in values.iter_mut().zip(&order) {
                *value = old[index].take().unwrap_or(Value::Moved);
            }
        })
    }

    fn on_vec<T>(
        &self,
        target: &Target,
        span: Span,
        change: impl FnOnce(&mut Vec<Value>) -> T,
    ) -> Eval<T> {
        let changed = self.inspect(target, span, |value| match value {
            Value::Vec(values) => Some(change(values)),
            _ => None,
        })?;
        changed.ok_or_else(|| self.wrong(span, "this is not a `Vec`"))
    }

    /// An open integer takes the type of the elements that are there.
    fn settled_as(&self, target: &Target, value: Value) -> Value {
        match value {
            Value::Int(int) if int.kind == IntKind::Open => {
                let kind = self.at(target, |list| match list {
                    Value::Vec(values) | Value::Array(values) => match values.first() {
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
