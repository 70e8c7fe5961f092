//! Values made of values: structs, arrays by repetition, what a closure takes along.

use std::rc::Rc;

use super::expr::Pending;
use super::machine::{Eval, Frame, Machine};
use crate::run::diagnostic::Span;
use crate::rust::ir::{FieldName, ObjectExpr, Type};
use crate::rust::value::{Object, Target, Value};

impl Machine {
    pub(in crate::rust) fn object(&self, object: &ObjectExpr, span: Span, frame: Frame) -> Eval {
        let count = object.class.variants[object.variant as usize].fields.len();
        let mut given = Pending(Vec::with_capacity(object.fields.len()));
        for (_, value) in &object.fields {
            given.0.push(self.eval(value, frame)?);
        }
        let base = object.base.as_ref().map(|base| self.locate(base, frame)).transpose()?;
        let given = std::mem::take(&mut given.0);
        let written = object.fields.iter().map(|(index, _)| *index as usize);
        let fields = match base {
            None if written.clone().eq(0..count) => given,
            base => {
                let mut fields: Vec<Value> = (0..count).map(|_| Value::Moved).collect();
                for (index, value) in written.zip(given) {
                    fields[index] = value;
                }
                if let Some(base) = base {
                    for (index, field) in fields.iter_mut().enumerate() {
                        if !object.fields.iter().any(|(given, _)| *given as usize == index) {
                            *field = self.read(&base.field(index), span)?;
                        }
                    }
                }
                fields
            }
        };
        self.take_memory(size_of::<Value>() * count, span)?;
        Ok(Value::Object(Box::new(Object {
            class: Rc::clone(&object.class),
            variant: object.variant,
            fields: fields.into(),
            dropped: false,
        })))
    }

    pub(in crate::rust) fn repeat(
        &self,
        value: Value,
        count: usize,
        span: Span,
    ) -> Eval<Vec<Value>> {
        self.take_memory(count.saturating_mul(size_of::<Value>()), span)?;
        let mut values = Vec::with_capacity(count);
        for _ in 1..count {
            let copy = match value.copy() {
                Some(copy) => copy,
                None => self.clone_value(&value, span)?,
            };
            values.push(copy);
        }
        if count > 0 {
            values.push(value);
        }
        Ok(values)
    }

    /// What a closure takes along of a variable: the whole, or the parts its body names. Parts come
    /// in a shell of the whole's type, whose other fields are empty and whose own `drop` never runs.
    pub(in crate::rust) fn captured(
        &self,
        target: &Target,
        parts: &[Vec<Rc<str>>],
        span: Span,
    ) -> Eval {
        if parts.is_empty() || parts.iter().any(Vec::is_empty) {
            return self.read(target, span);
        }
        enum Shell {
            Object(Rc<Type>, u32, usize, bool),
            Tuple(usize),
            Other,
        }
        let shell = self.look(target, span, |value| match value {
            Value::Object(object) => {
                let (class, count) = (Rc::clone(&object.class), object.fields.len());
                let has_drop = class.drop.get().is_some();
                Shell::Object(class, object.variant, count, has_drop)
            }
            Value::Tuple(values) => Shell::Tuple(values.len()),
            _ => Shell::Other,
        })?;
        let (count, has_drop) = match &shell {
            Shell::Object(_, _, count, has_drop) => (*count, *has_drop),
            Shell::Tuple(count) => (*count, false),
            Shell::Other => return self.read(target, span),
        };
        let mut fields: Vec<Value> = (0..count).map(|_| Value::Moved).collect();
        let mut indexes = Vec::new();
        for part in parts {
            let place = self.field(target, &FieldName::new(Rc::clone(&part[0])), false, span)?;
            let Some(index) = (0..count).find(|&index| place.is(&target.field(index))) else {
                return self.read(target, span);
            };
            let copies = self.look(&place, span, |value| value.copy().is_some())?;
            // What has a `drop` of its own cannot be taken apart: it goes as a whole.
            if has_drop && !copies {
                return self.read(target, span);
            }
            if !indexes.contains(&index) {
                indexes.push(index);
            }
        }
        for index in indexes {
            let name_of = |part: &&Vec<Rc<str>>| {
                self.field(target, &FieldName::new(Rc::clone(&part[0])), false, span)
                    .is_ok_and(|place| place.is(&target.field(index)))
            };
            let within: Vec<Vec<Rc<str>>> =
                parts.iter().filter(name_of).map(|part| part[1..].to_vec()).collect();
            fields[index] = self.captured(&target.field(index), &within, span)?;
        }
        Ok(match shell {
            Shell::Object(class, variant, ..) => Value::Object(Box::new(Object {
                class,
                variant,
                fields: fields.into(),
                dropped: true,
            })),
            _ => Value::tuple(fields),
        })
    }
}
