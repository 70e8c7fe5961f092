//! Rarer methods of slices, which only look.

use std::cmp::Ordering;

use super::Called;
use crate::rust::eval::capacity::Each;
use crate::rust::eval::iterate::owned;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::number::Int;
use crate::rust::value::{Target, Value};

impl Machine {
    /// `binary_search` and the like: what is wanted, or the function that says where to go on.
    pub(super) fn binary_search(
        &self,
        called: &Called<'_>,
        length: usize,
        at: &dyn Fn(usize) -> Target,
        [mut first, mut second]: [Value; 2],
    ) -> Eval {
        use Method as M;
        let span = called.span;
        // As std does it, so that of several equal elements the same one is found.
        let mut compare = |index: usize| -> Eval<Ordering> {
            let element = Value::Ref(at(index));
            Ok(match called.method {
                M::BinarySearch => self.order(&element, &first, span)?.unwrap_or(Ordering::Equal),
                M::BinarySearchBy => match self.call_kept(&mut first, vec![element], span)? {
                    Value::Ordering(order) => order,
                    other => return Err(self.mismatch("Ordering", &other, span)),
                },
                M::BinarySearchByKey => {
                    let key = self.call_kept(&mut second, vec![element], span)?;
                    self.order(&key, &first, span)?.unwrap_or(Ordering::Equal)
                }
                _ => {
                    let holds = self.call_kept(&mut first, vec![element], span)?;
                    if self.as_bool(&holds, span)? { Ordering::Less } else { Ordering::Greater }
                }
            })
        };
        let (mut base, mut size) = (0, length);
        while size > 1 {
            let half = size / 2;
            if compare(base + half)? != Ordering::Greater {
                base += half;
            }
            size -= half;
        }
        let order = if length == 0 { Ordering::Greater } else { compare(base)? };
        let point = base + usize::from(order == Ordering::Less);
        Ok(match (called.method, order) {
            (M::PartitionPoint, _) => Value::usize(point),
            (_, Ordering::Equal) => Value::ok(Value::usize(base)),
            _ => Value::err(Value::usize(point)),
        })
    }

    /// `concat` of texts or lists.
    pub(super) fn concatenated(
        &self,
        called: &Called<'_>,
        length: usize,
        at: &dyn Fn(usize) -> Target,
    ) -> Eval {
        let span = called.span;
        let is_text = |index: usize| {
            self.inspect(&self.behind(&at(index)), span, |value| {
                matches!(value, Value::Str(_) | Value::String(_))
            })
        };
        if length > 0 && is_text(0)? {
            let mut text = String::new();
            for index in 0..length {
                text.push_str(&self.text_of(&Value::Ref(at(index)), span)?);
            }
            self.take_memory(text.len(), span)?;
            return Ok(Value::string(text));
        }
        let mut all = Vec::new();
        for index in 0..length {
            if let Value::Vec(clones) = self.to_vec(Value::Ref(at(index)), span)? {
                all.extend(*clones);
            }
        }
        Ok(Value::vec(all))
    }

    pub(super) fn slice_method(
        &self,
        called: &Called<'_>,
        length: usize,
        at: &dyn Fn(usize) -> Target,
        part: &dyn Fn(usize, usize) -> Value,
        mut argument: Value,
    ) -> Eval {
        let &Called { target, method, span, call, .. } = called;
        Ok(match method {
            Method::IsSorted => {
                for index in 1..length {
                    let (a, b) = (Value::Ref(at(index - 1)), Value::Ref(at(index)));
                    let order = self.order(&a, &b, span)?;
                    if !matches!(order, Some(Ordering::Less | Ordering::Equal)) {
                        return Ok(Value::Bool(false));
                    }
                }
                Value::Bool(true)
            }
            Method::Split => {
                let mut parts = Vec::new();
                let mut from = 0;
                for index in 0..length {
                    let element = Value::Ref(at(index));
                    let splits = self.call_kept(&mut argument, vec![element], span)?;
                    if self.as_bool(&splits, span)? {
                        parts.push(part(from, index));
                        from = index + 1;
                    }
                }
                parts.push(part(from, length));
                owned(parts)
            }
            Method::Repeat => {
                let count = self.whole(&argument, span)?.saturating_mul(length as u64);
                let count = Value::Int(Int::u64(count));
                let count = self.capacity(&count, Each::Value, span)? / length.max(1);
                self.take_memory(length * count * size_of::<Value>(), span)?;
                let mut all = Vec::new();
                for _ in 0..count {
                    for index in 0..length {
                        all.push(self.clone_at(&at(index), span)?);
                    }
                }
                Value::vec(all)
            }
            _ => return Err(self.no_method(target, call)),
        })
    }
}
