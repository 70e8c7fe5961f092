//! Methods of maps and sets, and of what `entry` returns.

use std::cmp::Ordering;

use super::Called;
use super::consuming::{placed, referring};
use crate::rust::check::types::Ty;
use crate::rust::eval::iterate::owned;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::maps::{Entry, Map};
use crate::rust::value::{Target, Value};

impl Machine {
    pub(super) fn map_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let (length, stride) = self.map_size(target, span)?;
        let is_set = stride == 1;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        let key_at = |at: usize| Value::Ref(target.field(at * stride));
        let value_at = |at: usize| Value::Ref(target.field(2 * at + 1));
        let item_at = |at: usize| match is_set {
            true => key_at(at),
            false => Value::tuple([key_at(at), value_at(at)]),
        };
        Ok(match method {
            M::Len => Value::usize(length),
            M::IsEmpty => Value::Bool(length == 0),
            M::Iter | M::IterMut => owned((0..length).map(item_at)),
            M::Keys => owned((0..length).map(key_at)),
            M::Values | M::ValuesMut => owned((0..length).map(value_at)),
            M::IntoIter | M::IntoKeys | M::IntoValues => {
                let items = match self.read(target, span)? {
                    Value::Map(map) => map.into_items(),
                    _ => Vec::new(),
                };
                let part = |item: Value, index: usize| match item {
                    Value::Tuple(pair) => pair.into_iter().nth(index).unwrap_or(Value::Moved),
                    item => item,
                };
                match method {
                    M::IntoKeys => owned(items.into_iter().map(|item| part(item, 0))),
                    M::IntoValues => owned(items.into_iter().map(|item| part(item, 1))),
                    _ => owned(items),
                }
            }
            M::Insert if is_set => {
                Value::Bool(self.insert_key(target, argument(), None, span)?.is_none())
            }
            M::Insert => {
                let (key, value) = (argument(), argument());
                self.record_bound(&value, &call.receiver, span)?;
                Value::option(self.insert_key(target, key, Some(value), span)?)
            }
            M::ContainsKey | M::Contains => {
                Value::Bool(self.find_key(target, &argument(), span)?.is_ok())
            }
            M::Get | M::GetMut | M::GetKeyValue => {
                let found = self.find_key(target, &argument(), span)?.ok();
                Value::option(found.map(|at| match method {
                    M::GetKeyValue => item_at(at),
                    _ if is_set => key_at(at),
                    _ => value_at(at),
                }))
            }
            M::Remove | M::RemoveEntry | M::Take => {
                let Ok(at) = self.find_key(target, &argument(), span)? else {
                    return Ok(match (method, is_set) {
                        (M::Remove, true) => Value::Bool(false),
                        _ => Value::None,
                    });
                };
                let (key, value) = self.on_map(target, span, |map| map.take(at))?;
                match (method, is_set) {
                    (M::Remove, true) => {
                        drop(key);
                        Value::Bool(true)
                    }
                    (M::Remove, false) => {
                        drop(key);
                        Value::some(value)
                    }
                    (_, true) => Value::some(key),
                    _ => Value::some(Value::tuple([key, value])),
                }
            }
            M::Replace => {
                let key = placed(argument());
                let found = self.find_key(target, &referring(&key), span)?;
                let key = key.value.replace(Value::Moved);
                match found {
                    Ok(at) => Value::some(self.swap_in(&target.field(at), key, span)?),
                    Err(at) => {
                        self.on_map(target, span, |map| map.put(at, key, None))?;
                        Value::None
                    }
                }
            }
            M::Entry => {
                let key = placed(argument());
                let at = self.find_key(target, &referring(&key), span)?;
                let key = key.value.replace(Value::Moved);
                Value::Entry(Box::new(Entry { map: target.clone(), key, at }))
            }
            M::FirstEntry | M::LastEntry if length == 0 => Value::None,
            M::FirstEntry | M::LastEntry => {
                let at = if method == M::FirstEntry { 0 } else { length - 1 };
                let entry = Entry { map: target.clone(), key: Value::Unit, at: Ok(at) };
                Value::some(Value::Entry(Box::new(entry)))
            }
            M::FirstKeyValue | M::First if length > 0 => Value::some(item_at(0)),
            M::LastKeyValue | M::Last if length > 0 => Value::some(item_at(length - 1)),
            M::FirstKeyValue | M::First | M::LastKeyValue | M::Last => Value::None,
            M::PopFirst | M::PopLast if length == 0 => Value::None,
            M::PopFirst | M::PopLast => {
                let at = if method == M::PopFirst { 0 } else { length - 1 };
                let (key, value) = self.on_map(target, span, |map| map.take(at))?;
                Value::some(if is_set { key } else { Value::tuple([key, value]) })
            }
            M::Clear => {
                self.session.set_line(span.line);
                let parts = self.on_map(target, span, |map| std::mem::take(&mut map.parts))?;
                drop(parts);
                Value::Unit
            }
            M::Drain => {
                let fresh = self.on_map(target, span, |map| Map::new(map.collection, is_set))?;
                match self.swap_in(target, Value::Map(Box::new(fresh)), span)? {
                    Value::Map(map) => owned(map.into_items()),
                    _ => owned([]),
                }
            }
            M::Retain => {
                let mut keeps = argument();
                let mut at = 0;
                while at < self.map_size(target, span)?.0 {
                    let args = match is_set {
                        true => vec![key_at(at)],
                        false => vec![key_at(at), value_at(at)],
                    };
                    let keep = self.call_kept(&mut keeps, args, span)?;
                    if self.as_bool(&keep, span)? {
                        at += 1;
                    } else {
                        let gone = self.on_map(target, span, |map| map.take(at))?;
                        drop(gone);
                    }
                }
                Value::Unit
            }
            M::Extend => {
                let mut items = self.iterator(argument(), span)?;
                while let Some(item) = self.next(&mut items, span)? {
                    let item = self.copied_parts(item, span)?;
                    self.insert_item(target, is_set, item, span)?;
                }
                Value::Unit
            }
            M::Append => {
                let from = self.target_of(&argument(), span)?;
                let fresh = self.on_map(&from, span, |map| Map::new(map.collection, is_set))?;
                if let Value::Map(map) = self.swap_in(&from, Value::Map(Box::new(fresh)), span)? {
                    for item in map.into_items() {
                        self.insert_item(target, is_set, item, span)?;
                    }
                }
                Value::Unit
            }
            M::Range => {
                let range = match argument() {
                    Value::Range(range) => range,
                    other => return Err(self.mismatch("Range<_>", &other, span)),
                };
                let from = match range.from {
                    Value::Moved => 0,
                    key => self
                        .find_key(target, &referring(&placed(key)), span)?
                        .unwrap_or_else(|at| at),
                };
                let to = match range.to {
                    Value::Moved => length,
                    key => match self.find_key(target, &referring(&placed(key)), span)? {
                        Ok(at) => at + usize::from(range.inclusive),
                        Err(at) => at,
                    },
                };
                owned((from..to.max(from)).map(item_at))
            }
            M::SplitOff => {
                let at = self.find_key(target, &argument(), span)?.unwrap_or_else(|at| at);
                let cut = self.on_map(target, span, |map| {
                    let mut cut = Map::new(map.collection, is_set);
                    cut.parts = map.parts.split_off(at * stride);
                    cut
                })?;
                Value::Map(Box::new(cut))
            }
            M::Union | M::Intersection | M::Difference | M::SymmetricDifference => {
                let other = self.behind(&self.target_of(&argument(), span)?);
                self.combined_sets(called, length, &other)?
            }
            M::IsSubset | M::IsSuperset | M::IsDisjoint => {
                let other = self.behind(&self.target_of(&argument(), span)?);
                let (small, large) = match method {
                    M::IsSuperset => (&other, target),
                    _ => (target, &other),
                };
                let wanted = method != M::IsDisjoint;
                for at in 0..self.map_size(small, span)?.0 {
                    let key = Value::Ref(small.field(at));
                    if self.find_key(large, &key, span)?.is_ok() != wanted {
                        return Ok(Value::Bool(false));
                    }
                }
                Value::Bool(true)
            }
            _ => return Err(self.no_method(target, call)),
        })
    }

    /// References to the keys of two sets together, in order.
    fn combined_sets(&self, called: &Called<'_>, length: usize, other: &Target) -> Eval {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        let others = self.map_size(other, span)?.0;
        let (mut a, mut b) = (0, 0);
        let mut keys = Vec::new();
        while a < length || b < others {
            let (left, right) = (Value::Ref(target.field(a)), Value::Ref(other.field(b)));
            let order = match (a < length, b < others) {
                (true, true) => self.order(&left, &right, span)?.unwrap_or(Ordering::Equal),
                (true, false) => Ordering::Less,
                _ => Ordering::Greater,
            };
            let (key, wanted) = match order {
                Ordering::Less => (left, method != M::Intersection),
                Ordering::Greater => (right, matches!(method, M::Union | M::SymmetricDifference)),
                Ordering::Equal => (left, matches!(method, M::Union | M::Intersection)),
            };
            if wanted {
                keys.push(key);
            }
            a += usize::from(order != Ordering::Greater);
            b += usize::from(order != Ordering::Less);
        }
        Ok(owned(keys))
    }

    /// An item whose parts are references, with what they refer to copied: `extend` takes those too.
    fn copied_parts(&self, item: Value, span: crate::run::diagnostic::Span) -> Eval {
        let copied = |value: Value| match &value {
            Value::Ref(from) => {
                Ok(match self.inspect(&self.behind(from), span, |it| it.copy())? {
                    Some(copy) => copy,
                    None => value,
                })
            }
            _ => Ok(value),
        };
        match item {
            Value::Tuple(pair) => {
                let parts = pair.into_iter().map(copied).collect::<Eval<Vec<_>>>()?;
                Ok(Value::tuple(parts))
            }
            item => copied(item),
        }
    }

    pub(super) fn entry_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        if method == M::Key {
            return match self.inspect(target, span, |value| match value {
                Value::Entry(entry) => match entry.at {
                    Ok(at) => Some(entry.map.field(2 * at)),
                    Err(_) => None,
                },
                _ => None,
            })? {
                Some(key) => Ok(Value::Ref(key)),
                None => Ok(Value::Ref(target.field(0))),
            };
        }
        let occupied = self.inspect(target, span, |value| match value {
            Value::Entry(entry) => entry.at.ok().map(|at| (entry.map.clone(), at)),
            _ => None,
        })?;
        match (method, occupied) {
            (M::Get | M::GetMut | M::IntoMut, Some((map, at))) => {
                return Ok(Value::Ref(map.field(2 * at + 1)));
            }
            (M::Insert, Some((map, at))) => {
                return self.swap_in(&map.field(2 * at + 1), argument(), span);
            }
            (M::Remove | M::RemoveEntry, Some((map, at))) => {
                drop(self.take(target, span)?);
                let (key, value) = self.on_map(&map, span, |map| map.take(at))?;
                return Ok(match method {
                    M::RemoveEntry => Value::tuple([key, value]),
                    _ => value,
                });
            }
            _ => {}
        }
        let mut entry = match self.take(target, span)? {
            Value::Entry(entry) => entry,
            other => return Err(self.mismatch("Entry<_, _>", &other, span)),
        };
        let value = match (method, entry.at) {
            (M::AndModify, at) => {
                if let Ok(at) = at {
                    let reference = Value::Ref(entry.map.field(2 * at + 1));
                    self.call_value(argument(), vec![reference], span)?;
                }
                return Ok(Value::Entry(entry));
            }
            (M::InsertEntry, _) => return Err(self.no_method(target, call)),
            (_, Ok(at)) => return Ok(Value::Ref(entry.map.field(2 * at + 1))),
            (M::OrInsert | M::Insert, _) => argument(),
            (M::OrInsertWith, _) => self.call_value(argument(), Vec::new(), span)?,
            (M::OrInsertWithKey, _) => {
                let key = crate::rust::value::Shared::new(entry.key);
                let reference = Value::Ref(Target::shared(std::rc::Rc::clone(&key)));
                let value = self.call_value(argument(), vec![reference], span)?;
                entry.key = key.value.replace(Value::Moved);
                value
            }
            (M::OrDefault, _) => match &call.target {
                Ty::Unknown => self.default_of_others(&entry.map, span)?,
                ty => self.default_of(ty, span)?,
            },
            _ => return Err(self.no_method(target, call)),
        };
        let at = entry.at.unwrap_or_else(|at| at);
        self.take_memory(2 * size_of::<Value>(), span)?;
        let Entry { map, key, .. } = *entry;
        self.on_map(&map, span, |map| map.put(at, key, Some(value)))?;
        Ok(Value::Ref(map.field(2 * at + 1)))
    }

    /// A default like the other values of a map, whose type is not known before the run.
    fn default_of_others(&self, map: &Target, span: crate::run::diagnostic::Span) -> Eval {
        match self.map_size(map, span)?.0 {
            0 => Err(self.default_unknown(span)),
            _ => self.default_like(&map.field(1), span),
        }
    }
}
