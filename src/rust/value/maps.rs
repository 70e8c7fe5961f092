//! Maps and sets, with their keys in order.
//!
//! The order is that of the program: a key's own `cmp` is asked. So what looks a key up may run code of
//! the program, and works on a map that stays where it is.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::run::diagnostic::Span;
use crate::rust::check::types::Collection;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::value::{Shared, Target, Value};

/// A `BTreeMap`, `HashMap`, `BTreeSet` or `HashSet`.
pub(in crate::rust) struct Map {
    pub(in crate::rust) collection: Collection,
    pub(in crate::rust) is_set: bool,
    /// The keys of a set; of a map the keys and values, one after the other. Sorted by key, and so
    /// dropped in that order.
    pub(in crate::rust) parts: Vec<Value>,
}

/// What `entry` returns: a key, and the map it may get into.
pub(in crate::rust) struct Entry {
    pub(in crate::rust) map: Target,
    pub(in crate::rust) key: Value,
    /// Where the key is, or would be.
    pub(in crate::rust) at: Result<usize, usize>,
}

impl Map {
    pub(in crate::rust) fn new(collection: Collection, is_set: bool) -> Self {
        Self { collection, is_set, parts: Vec::new() }
    }

    /// How many parts a key and its value are.
    pub(in crate::rust) fn stride(&self) -> usize {
        if self.is_set { 1 } else { 2 }
    }

    pub(in crate::rust) fn len(&self) -> usize {
        self.parts.len() / self.stride()
    }

    /// Puts a key, and of a map its value, at a place where the order wants it.
    pub(in crate::rust) fn put(&mut self, at: usize, key: Value, value: Option<Value>) {
        let at = at * self.stride();
        self.parts.splice(at..at, [key].into_iter().chain(value));
    }

    /// Takes the n-th key out, and of a map its value.
    pub(in crate::rust) fn take(&mut self, at: usize) -> (Value, Value) {
        let at = at * self.stride();
        let mut taken = self.parts.drain(at..at + self.stride());
        (taken.next().unwrap_or(Value::Moved), taken.next().unwrap_or(Value::Moved))
    }

    pub(in crate::rust) fn type_name(&self) -> String {
        let name = self.collection.name();
        if self.is_set { format!("{name}Set<_>") } else { format!("{name}Map<_, _>") }
    }

    /// Pairs of keys and values, or keys.
    pub(in crate::rust) fn into_items(self) -> Vec<Value> {
        if self.is_set {
            return self.parts;
        }
        let mut parts = self.parts.into_iter();
        let mut items = Vec::with_capacity(parts.len() / 2);
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            items.push(Value::tuple([key, value]));
        }
        items
    }
}

impl Machine {
    /// How many keys the map at a place has, and how many parts each takes.
    pub(in crate::rust) fn map_size(&self, map: &Target, span: Span) -> Eval<(usize, usize)> {
        self.on_map(map, span, |map| (map.len(), map.stride()))
    }

    pub(in crate::rust) fn on_map<T>(
        &self,
        map: &Target,
        span: Span,
        change: impl FnOnce(&mut Map) -> T,
    ) -> Eval<T> {
        let changed = self.inspect(map, span, |value| match value {
            Value::Map(map) => Some(change(map)),
            _ => None,
        })?;
        changed.ok_or_else(|| self.wrong(span, "this is not a map or set"))
    }

    /// Where a key is in the map at a place, or where it would be.
    pub(in crate::rust) fn find_key(
        &self,
        map: &Target,
        key: &Value,
        span: Span,
    ) -> Eval<Result<usize, usize>> {
        let (length, stride) = self.map_size(map, span)?;
        let (mut from, mut to) = (0, length);
        while from < to {
            let middle = (from + to) / 2;
            let there = Value::Ref(map.field(middle * stride));
            match self.order(&there, key, span)? {
                Some(Ordering::Less) => from = middle + 1,
                Some(Ordering::Greater) => to = middle,
                _ => return Ok(Ok(middle)),
            }
        }
        Ok(Err(from))
    }

    /// Inserts a key that is looked up by itself; what was there before is given back.
    pub(in crate::rust) fn insert_key(
        &self,
        map: &Target,
        key: Value,
        value: Option<Value>,
        span: Span,
    ) -> Eval<Option<Value>> {
        self.take_memory(2 * size_of::<Value>(), span)?;
        let place = Shared::new(key);
        let reference = Value::Ref(Target::shared(Rc::clone(&place)));
        match (self.find_key(map, &reference, span)?, value) {
            (Ok(at), Some(value)) => {
                let old = self.swap_in(&map.field(2 * at + 1), value, span)?;
                // The key that is there stays; this one goes.
                drop(place);
                Ok(Some(old))
            }
            (Ok(_), None) => {
                drop(place);
                Ok(Some(Value::Unit))
            }
            (Err(at), value) => {
                let key = place.value.replace(Value::Moved);
                self.check_depth(&key, span)?;
                self.on_map(map, span, |map| map.put(at, key, value))?;
                Ok(None)
            }
        }
    }

    /// A map or set of items that are there already. A tree is built of all of them at once: of equal
    /// keys the last one stays, and those before it go while it is built.
    pub(in crate::rust) fn map_of(
        &self,
        collection: Collection,
        is_set: bool,
        items: Vec<Value>,
        span: Span,
    ) -> Eval {
        let shared = Shared::new(Value::Map(Box::new(Map::new(collection, is_set))));
        let map = Target::shared(Rc::clone(&shared));
        for item in items {
            self.insert_item(&map, is_set, item, span)?;
        }
        Ok(shared.value.replace(Value::Moved))
    }

    /// Inserts a pair into a map, or a key into a set; what it replaces is dropped.
    pub(in crate::rust) fn insert_item(
        &self,
        map: &Target,
        is_set: bool,
        item: Value,
        span: Span,
    ) -> Eval<()> {
        let (key, value) = match item {
            key if is_set => (key, None),
            Value::Tuple(pair) => {
                let mut pair = pair.into_iter();
                (pair.next().unwrap_or(Value::Moved), pair.next())
            }
            other => return Err(self.mismatch("(_, _)", &other, span)),
        };
        let old = self.insert_key(map, key, value, span)?;
        drop(old);
        Ok(())
    }
}
