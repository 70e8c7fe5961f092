//! What `Default` makes, by the type that is wanted.

use std::rc::Rc;

use super::machine::{Eval, Flow, Machine};
use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::value::int128::Wide;
use crate::rust::value::maps::Map;
use crate::rust::value::number::Int;
use crate::rust::value::{Holder, Shared, Target, Value};

impl Machine {
    /// The default of a type.
    pub(in crate::rust) fn default_of(&self, ty: &Ty, span: Span) -> Eval {
        Ok(match ty {
            Ty::Unit => Value::Unit,
            Ty::Bool => Value::Bool(false),
            Ty::Char => Value::Char('\0'),
            Ty::Int(kind) => Value::Int(Int::wrapped(*kind, 0)),
            Ty::Wide { signed } => Value::Wide(Box::new(Wide::from_int(Int::usize(0), *signed))),
            Ty::Float => Value::Float(0.0),
            Ty::Float32 => Value::Float32(0.0),
            Ty::Str => Value::str(""),
            Ty::String => Value::string(""),
            Ty::Option(_) => Value::None,
            Ty::Vec(_) => Value::vec(Vec::new()),
            Ty::Array(inner, Some(length)) => {
                self.take_memory(length.saturating_mul(size_of::<Value>()), span)?;
                let all = (0..*length).map(|_| self.default_of(inner, span));
                Value::Array(Box::new(all.collect::<Eval<Vec<_>>>()?))
            }
            Ty::Map(collection, ..) => Value::Map(Box::new(Map::new(*collection, false))),
            Ty::Set(collection, _) => Value::Map(Box::new(Map::new(*collection, true))),
            Ty::Box(inner) => Value::Box(Box::new(self.default_of(inner, span)?)),
            Ty::Rc(inner) => Value::Rc(Shared::new(self.default_of(inner, span)?)),
            Ty::Locked(name, inner) => {
                let holder = if *name == "Mutex" { Holder::Mutex } else { Holder::RwLock };
                Value::Cell(Shared::held(self.default_of(inner, span)?, holder))
            }
            Ty::Cell(inner) => {
                Value::Cell(Shared::held(self.default_of(inner, span)?, Holder::Cell))
            }
            Ty::RefCell(inner) => Value::Cell(Shared::new(self.default_of(inner, span)?)),
            Ty::Tuple(all) => {
                let all = all.iter().map(|ty| self.default_of(ty, span));
                Value::tuple(all.collect::<Eval<Vec<_>>>()?)
            }
            Ty::Object(class) => match self.own_function(&class.name, "default") {
                Some(function) => self.invoke_with(&function, Vec::new(), span)?,
                None => {
                    let message =
                        format!("the trait bound `{}: Default` is not satisfied", class.name);
                    let diagnostic = crate::run::diagnostic::Diagnostic::wrong(span, message);
                    let hint = "add `#[derive(Default)]`";
                    return Err(self.stop(diagnostic.code("E0277").hint(hint)));
                }
            },
            _ => return Err(self.default_unknown(span)),
        })
    }

    #[cold]
    pub(in crate::rust) fn default_unknown(&self, span: Span) -> Flow {
        let message = "of which type a default is wanted here is not known to the playground";
        self.not_supported(span, message, "write the type: `String::default()`, or the value")
    }

    /// What `Default` makes for the type of what is at a place.
    pub(in crate::rust) fn default_like(&self, target: &Target, span: Span) -> Eval {
        let default = self.inspect(target, span, |value| {
            Some(match value {
                Value::Int(int) => Value::Int(Int::wrapped(int.kind, 0)),
                Value::Bool(_) => Value::Bool(false),
                Value::Float(_) => Value::Float(0.0),
                Value::Float32(_) => Value::Float32(0.0),
                Value::Char(_) => Value::Char('\0'),
                Value::String(_) => Value::string(""),
                Value::Str(_) => Value::str(""),
                Value::Vec(_) | Value::Slice(_) => Value::vec(Vec::new()),
                Value::Some(_) | Value::None => Value::None,
                Value::Map(map) => Value::Map(Box::new(Map::new(map.collection, map.is_set))),
                Value::Unit => Value::Unit,
                _ => return None,
            })
        })?;
        if let Some(default) = default {
            return Ok(default);
        }
        enum Like {
            Box,
            Rc,
            Cell(Target),
            Parts(usize, bool),
            Object(Rc<crate::rust::ir::Type>),
            Other(String),
        }
        let like = self.inspect(target, span, |value| match value {
            Value::Box(_) => Like::Box,
            Value::Rc(_) => Like::Rc,
            Value::Cell(shared) => Like::Cell(Target::shared(Rc::clone(shared))),
            Value::Tuple(values) => Like::Parts(values.len(), false),
            Value::Array(values) => Like::Parts(values.len(), true),
            Value::Object(object) => Like::Object(Rc::clone(&object.class)),
            other => Like::Other(other.type_name()),
        })?;
        let within = || self.default_like(&target.step(crate::rust::value::Step::Deref), span);
        Ok(match like {
            Like::Box => Value::Box(Box::new(within()?)),
            Like::Rc => Value::Rc(Shared::new(within()?)),
            Like::Cell(inside) => Value::Cell(Shared::new(self.default_like(&inside, span)?)),
            Like::Object(class) => self.default_of(&Ty::Object(class), span)?,
            Like::Parts(count, is_array) => {
                let parts = (0..count).map(|index| self.default_like(&target.field(index), span));
                let parts = parts.collect::<Eval<Vec<_>>>()?;
                if is_array { Value::Array(Box::new(parts)) } else { Value::tuple(parts) }
            }
            Like::Other(of) => {
                let message = format!("the trait bound `{of}: Default` is not satisfied");
                let diagnostic = crate::run::diagnostic::Diagnostic::wrong(span, message);
                return Err(self.stop(diagnostic.code("E0277").hint("use `mem::replace`")));
            }
        })
    }
}
