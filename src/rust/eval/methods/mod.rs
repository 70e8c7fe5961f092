//! The methods of the library and the prelude, by the type of their receiver.

mod consuming;
mod formatter;
mod guards;
mod iterators;
mod lists;
mod locks;
mod maps;
mod numbers;
mod options;
mod orders;
mod parsing;
mod pointers;
mod searching;
mod slices;
mod texts;

pub(in crate::rust) use formatter::Builder;

use std::rc::Rc;

use super::machine::{Eval, Machine};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::MethodCall;
use crate::rust::library::builtin::Method;
use crate::rust::value::{Closure, Object, Target, Value};

/// A call of a method of the library.
pub(in crate::rust) struct Called<'c> {
    pub(in crate::rust) target: &'c Target,
    pub(in crate::rust) method: Method,
    pub(in crate::rust) call: &'c MethodCall,
    pub(in crate::rust) span: Span,
    /// Whether the receiver is behind a reference: what is there is not the method's to take.
    pub(in crate::rust) by_reference: bool,
}

/// What kind of value a receiver is.
enum Receiver {
    Int,
    Float,
    Wide,
    Text,
    Char,
    Bool,
    List,
    Map,
    Entry,
    Option,
    Result,
    Iterator,
    Pointer,
    Guard,
    Ordering,
    Formatter,
    Builder,
    HookInfo,
    Other,
}

impl Machine {
    /// Calls a method of the library on the value at a place.
    pub(in crate::rust) fn library_method(
        &self,
        target: &Target,
        call: &MethodCall,
        args: Vec<Value>,
        by_reference: bool,
        span: Span,
    ) -> Eval {
        let Some(method) = call.method else { return Err(self.no_method(target, call)) };
        let receiver = self.inspect(target, span, |value| match value {
            Value::Int(_) => Receiver::Int,
            Value::Float(_) | Value::Float32(_) => Receiver::Float,
            Value::Wide(_) => Receiver::Wide,
            Value::Str(_) | Value::String(_) => Receiver::Text,
            Value::Char(_) => Receiver::Char,
            Value::Bool(_) => Receiver::Bool,
            Value::Vec(_) | Value::Array(_) | Value::Slice(_) => Receiver::List,
            Value::Map(_) => Receiver::Map,
            Value::Entry(_) => Receiver::Entry,
            Value::Some(_) | Value::None => Receiver::Option,
            Value::Ok(_) | Value::Err(_) => Receiver::Result,
            Value::Iter(_) | Value::Range(_) => Receiver::Iterator,
            Value::Box(_) | Value::Rc(_) | Value::Weak(_) | Value::Cell(_) | Value::Payload(_) => {
                Receiver::Pointer
            }
            Value::File(_)
            | Value::Lock(_)
            | Value::ExitStack(_)
            | Value::Held(_)
            | Value::Error(_)
            | Value::Options(_) => Receiver::Guard,
            Value::Ordering(_) => Receiver::Ordering,
            Value::Formatter(_) => Receiver::Formatter,
            Value::Builder(_) => Receiver::Builder,
            Value::HookInfo(_) => Receiver::HookInfo,
            Value::Object(object) if self.own_next(&object.class.name).is_some() => {
                Receiver::Iterator
            }
            _ => Receiver::Other,
        })?;
        let span = crate::run::diagnostic::Span { line: call.name_span.line, ..span };
        let called = Called { target, method, call, span, by_reference };
        match method {
            Method::Clone => return self.clone_at(target, span),
            Method::ToString => return Ok(Value::string(self.display_at(target, span)?)),
            Method::Into => return self.into(&called),
            Method::DowncastRef | Method::DowncastMut | Method::Is if args.is_empty() => {
                return self.any_method(&called);
            }
            Method::TryInto => return self.try_into(&called),
            // A text as an error.
            Method::Source if matches!(receiver, Receiver::Text) => return Ok(Value::None),
            // `String::from_iter(list)`
            Method::Collect if !matches!(receiver, Receiver::Iterator) => {
                let items = self.read(target, span)?;
                let items = self.iterator(items, span)?;
                return self.collect(items, &call.target, &called);
            }
            // What `fmt::Display::fmt(&value, f)` writes.
            Method::Fmt => return self.format_into(&called, &args),
            Method::Eq
            | Method::Ne
            | Method::Lt
            | Method::Le
            | Method::Gt
            | Method::Ge
            | Method::Cmp
            | Method::PartialCmp
            | Method::Max
            | Method::Min
                if args.len() == 1 && !matches!(receiver, Receiver::Iterator | Receiver::Float) =>
            {
                return self.comparing_method(&called, args);
            }
            Method::Eq
            | Method::Ne
            | Method::Lt
            | Method::Le
            | Method::Gt
            | Method::Ge
            | Method::PartialCmp
                if matches!(receiver, Receiver::Float) =>
            {
                return self.comparing_method(&called, args);
            }
            // A value borrows itself, unless it has something better to do.
            Method::Borrow | Method::BorrowMut | Method::AsRef | Method::AsMut
                if matches!(receiver, Receiver::Map | Receiver::Int | Receiver::Other) =>
            {
                return Ok(Value::Ref(target.clone()));
            }
            _ => {}
        }
        match receiver {
            Receiver::Int => self.int_method(&called, args),
            Receiver::Float => self.float_method(&called, args),
            Receiver::Wide => self.wide_method(&called, args),
            Receiver::Text => self.text_method(&called, args),
            Receiver::Char => self.char_method(&called, &args),
            Receiver::Bool => self.bool_method(&called, args),
            Receiver::Map => self.map_method(&called, args),
            Receiver::Entry => self.entry_method(&called, args),
            Receiver::Ordering => self.ordering_method(&called, args),
            Receiver::Formatter => self.formatter_method(&called, args),
            Receiver::Builder => self.builder_method(&called, args),
            Receiver::HookInfo => self.hook_info_method(&called),
            Receiver::List => self.list_method(&called, args),
            Receiver::Option | Receiver::Result => self.option_method(&called, args),
            Receiver::Iterator => self.iterator_method(&called, args),
            Receiver::Pointer => self.pointer_method(&called, args),
            Receiver::Guard => self.guard_method(&called, args),
            Receiver::Other => self.other_method(&called, args),
        }
    }

    fn other_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use std::time::Duration;
        let duration = self.inspect(called.target, called.span, |value| match value {
            Value::Duration(duration) => Some(*duration),
            _ => None,
        })?;
        let millis = |duration: Duration| duration.as_millis() as u64;
        match (called.method, duration) {
            (Method::AsMillis, Some(duration)) => {
                Ok(Value::Int(crate::rust::value::number::Int::u64(millis(duration))))
            }
            (Method::AsSecs, Some(duration)) => {
                Ok(Value::Int(crate::rust::value::number::Int::u64(duration.as_secs())))
            }
            (Method::AsSecsF64, Some(duration)) => Ok(Value::Float(duration.as_secs_f64())),
            (Method::IntoInner | Method::GetRef | Method::GetMut, _) => {
                self.poisoned_method(called)
            }
            // What no `impl Error` says: nothing is behind it.
            (Method::Source, _) => Ok(Value::None),
            // An argument of a constructor that is called as a method of a closure: no such thing.
            _ => {
                drop(args);
                Err(self.no_method(called.target, called.call))
            }
        }
    }

    /// The arguments, if there are just so many.
    pub(in crate::rust) fn exactly<const N: usize>(
        &self,
        args: Vec<Value>,
        called: &Called<'_>,
    ) -> Eval<[Value; N]> {
        let found = args.len();
        args.try_into().map_err(|_| {
            let arguments = |count| match count {
                1 => "1 argument".to_owned(),
                count => format!("{count} arguments"),
            };
            let were = if found == 1 { "was" } else { "were" };
            let (takes, given) = (arguments(N), arguments(found));
            let message = format!("this method takes {takes} but {given} {were} supplied");
            self.stop(Diagnostic::wrong(called.call.name_span, message).code("E0061"))
        })
    }

    /// A clone of a value that is at hand; of a reference, of what it leads to.
    pub(in crate::rust) fn clone_value(&self, value: &Value, span: Span) -> Eval {
        match value {
            Value::Ref(target) => self.clone_at(&self.behind_references(target), span),
            value => {
                if let Some(copy) = value.copy() {
                    return Ok(copy);
                }
                self.clone_owned(value, span)
            }
        }
    }

    /// `clone` of the value at a place.
    pub(in crate::rust) fn clone_at(&self, target: &Target, span: Span) -> Eval {
        let target = &self.behind_references(target);
        if let Some(index) = self.user_method(target, "clone") {
            let function = Rc::clone(&self.program.functions[index as usize]);
            return self.invoke_with(&function, vec![Value::Ref(target.clone())], span);
        }
        enum Cloned {
            Done(Value),
            Parts(usize),
            Behind,
        }
        let cloned = self.inspect(target, span, |value| match value {
            Value::String(text) => Cloned::Done(Value::String(text.clone())),
            Value::Rc(shared) => Cloned::Done(Value::Rc(Rc::clone(shared))),
            Value::Weak(weak) => Cloned::Done(Value::Weak(weak.clone())),
            Value::Error(error) => Cloned::Done(Value::Error(error.clone())),
            Value::Vec(values) | Value::Array(values) => Cloned::Parts(values.len()),
            Value::Map(map) => Cloned::Parts(map.parts.len()),
            Value::LibraryError(error) => Cloned::Done(Value::LibraryError(error.clone())),
            Value::Tuple(values) => Cloned::Parts(values.len()),
            Value::Object(object) if !object.class.implements("Clone") => {
                Cloned::Done(Value::Moved)
            }
            Value::Object(object) => Cloned::Parts(object.fields.len()),
            Value::Some(_) | Value::Ok(_) | Value::Err(_) => Cloned::Parts(1),
            Value::Box(_) | Value::Cell(_) | Value::ManuallyDrop(_) => Cloned::Behind,
            Value::Closure(closure) => match value_captures(closure) {
                Some(captures) => Cloned::Done(Value::Closure(Box::new(Closure {
                    function: Rc::clone(&closure.function),
                    captures,
                }))),
                None => Cloned::Done(Value::Moved),
            },
            value => Cloned::Done(value.copy().unwrap_or(Value::Moved)),
        })?;
        let count = match cloned {
            Cloned::Done(Value::Moved) => return Err(self.not_cloned(target, span)),
            Cloned::Done(value) => {
                if let Value::String(text) = &value {
                    self.take_memory(text.len(), span)?;
                }
                return Ok(value);
            }
            Cloned::Behind => {
                let mut inner =
                    Some(self.clone_at(&target.step(crate::rust::value::Step::Deref), span)?);
                return self.inspect(target, span, |value| {
                    let inner = inner.take().unwrap_or(Value::Moved);
                    match value {
                        Value::Box(_) => Value::Box(Box::new(inner)),
                        Value::ManuallyDrop(_) => Value::ManuallyDrop(Box::new(
                            crate::rust::value::manual::Manual::new(inner),
                        )),
                        Value::Cell(shared) => {
                            Value::Cell(crate::rust::value::Shared::held(inner, shared.holder))
                        }
                        _ => Value::Moved,
                    }
                });
            }
            Cloned::Parts(count) => count,
        };
        self.take_memory(count * size_of::<Value>(), span)?;
        let mut parts = Vec::with_capacity(count);
        for index in 0..count {
            let part = target.field(index);
            // A reference within is copied, and not followed.
            let reference = self.inspect(&part, span, |value| match value {
                Value::Ref(_) => value.copy(),
                _ => None,
            })?;
            parts.push(match reference {
                Some(reference) => reference,
                None => self.clone_at(&part, span)?,
            });
        }
        let one = |parts: &mut Vec<Value>| parts.pop().unwrap_or(Value::Moved);
        self.inspect(target, span, |value| match value {
            Value::Tuple(_) => Value::tuple(std::mem::take(&mut parts)),
            Value::Some(_) => Value::some(one(&mut parts)),
            Value::Ok(_) => Value::ok(one(&mut parts)),
            Value::Err(_) => Value::err(one(&mut parts)),
            Value::Array(_) => Value::Array(Box::new(std::mem::take(&mut parts))),
            Value::Map(map) => Value::Map(Box::new(crate::rust::value::maps::Map {
                collection: map.collection,
                is_set: map.is_set,
                parts: std::mem::take(&mut parts),
            })),
            Value::Object(object) => Value::Object(Box::new(Object {
                class: Rc::clone(&object.class),
                variant: object.variant,
                fields: std::mem::take(&mut parts).into(),
                dropped: false,
            })),
            _ => Value::vec(std::mem::take(&mut parts)),
        })
    }

    fn clone_owned(&self, value: &Value, span: Span) -> Eval {
        match value {
            Value::String(text) => {
                self.take_memory(text.len(), span)?;
                Ok(Value::String(text.clone()))
            }
            Value::Rc(shared) => Ok(Value::Rc(Rc::clone(shared))),
            Value::Vec(values) => {
                self.take_memory(values.len() * size_of::<Value>(), span)?;
                let clones = values.iter().map(|value| self.clone_value(value, span));
                Ok(Value::vec(clones.collect::<Eval<Vec<_>>>()?))
            }
            Value::Array(values) => {
                let clones = values.iter().map(|value| self.clone_value(value, span));
                Ok(Value::Array(Box::new(clones.collect::<Eval<Vec<_>>>()?)))
            }
            Value::Tuple(values) => {
                let clones = values.iter().map(|value| self.clone_value(value, span));
                Ok(Value::tuple(clones.collect::<Eval<Vec<_>>>()?))
            }
            Value::Ok(value) => Ok(Value::ok(self.clone_value(value, span)?)),
            Value::Err(value) => Ok(Value::err(self.clone_value(value, span)?)),
            Value::Some(value) => Ok(Value::some(self.clone_value(value, span)?)),
            Value::Box(value) => Ok(Value::Box(Box::new(self.clone_value(value, span)?))),
            Value::Error(error) => Ok(Value::Error(error.clone())),
            Value::Object(object) => {
                let clones = object.fields.iter().map(|value| self.clone_value(value, span));
                Ok(Value::Object(Box::new(Object {
                    class: Rc::clone(&object.class),
                    variant: object.variant,
                    fields: clones.collect::<Eval<Vec<_>>>()?.into(),
                    dropped: false,
                })))
            }
            other => {
                let message =
                    format!("the trait `Clone` is not implemented for `{}`", other.type_name());
                Err(self.stop(Diagnostic::wrong(span, message).code("E0277")))
            }
        }
    }

    #[cold]
    fn not_cloned(&self, target: &Target, span: Span) -> super::machine::Flow {
        let of = self.at(target, |value| value.type_name()).unwrap_or_default();
        if of == "a moved value" {
            return self.moved(span);
        }
        let message = format!("no method named `clone` found for `{of}`");
        let diagnostic = Diagnostic::wrong(span, message).code("E0599");
        let is_own = self.at(target, |value| matches!(value, Value::Object(_))) == Some(true);
        self.stop(diagnostic.hint(match is_own {
            true => "add `#[derive(Clone)]`, or implement it",
            false => "a guard cannot be cloned: a resource has one owner",
        }))
    }
}

fn value_captures(closure: &Closure) -> Option<Vec<Value>> {
    closure.captures.iter().map(Value::copy).collect()
}
