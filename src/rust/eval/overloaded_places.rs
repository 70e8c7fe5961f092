//! Places that are reached by code: the program's own `Deref` and `Index`, the keys of a map, and
//! `static` items, which have no slot.

use std::rc::Rc;

use super::machine::{Eval, Machine};
use crate::run::diagnostic::Span;
use crate::rust::value::reference::MAX_CHAIN_OF_REFERENCES;
use crate::rust::value::{Shared, Target, Value};

/// Where an index leads.
pub(in crate::rust) enum Indexed {
    Place(Target),
    /// To an element of what is there, by the index that is left.
    ByNumber(Target, Value),
}

impl Machine {
    /// Goes where an index leads that the program's own `Index` or the keys of a map answer.
    pub(in crate::rust) fn index_own(
        &self,
        target: Target,
        at: Value,
        mutable: bool,
        span: Span,
    ) -> Eval<Indexed> {
        let mut target = target;
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            let is_map = self.look(&target, span, |value| match value {
                Value::Map(_) => Some(true),
                Value::Object(_) => Some(false),
                _ => None,
            })?;
            match is_map {
                None => break,
                Some(true) => match self.find_key(&target, &at, span)? {
                    Ok(at) => return Ok(Indexed::Place(target.field(2 * at + 1))),
                    Err(_) => return Err(self.panic_with("no entry found for key", span)),
                },
                Some(false) => {}
            }
            let names = if mutable { ["index_mut", "index"] } else { ["index", "index_mut"] };
            let own = names.iter().find_map(|name| self.user_method(&target, name));
            if let Some(index) = own {
                let function = Rc::clone(&self.program.functions[index as usize]);
                let args = vec![Value::Ref(target), at];
                let found = self.invoke_with(&function, args, span)?;
                return Ok(Indexed::Place(self.target_of(&found, span)?));
            }
            match self.own_deref(&target, mutable, span)? {
                Some(next) => target = self.behind(&next),
                None => break,
            }
        }
        Ok(Indexed::ByNumber(target, at))
    }

    /// Where the `deref` of a type of the program's own leads.
    pub(in crate::rust) fn own_deref(
        &self,
        target: &Target,
        mutable: bool,
        span: Span,
    ) -> Eval<Option<Target>> {
        let mut names = self.program.methods.derefs(mutable);
        let Some(index) = names.find_map(|name| self.own_method(target, name)) else {
            return Ok(None);
        };
        let function = Rc::clone(&self.program.functions[index as usize]);
        match self.invoke_with(&function, vec![Value::Ref(target.clone())], span)? {
            Value::Ref(next) => Ok(Some(next)),
            // A `&str` is its own place.
            Value::Str(text) => Ok(Some(Target::shared(Shared::new(Value::Str(text))))),
            _ => Ok(None),
        }
    }

    /// The place of a `static` item. Its value is made when it is first wanted, which nobody can tell
    /// from its being there from the beginning; it is never dropped.
    pub(in crate::rust) fn static_place(&self, function: u32, span: Span) -> Eval<Target> {
        if let Some(shared) = self.statics.borrow().get(&function) {
            return Ok(Target::shared(Rc::clone(shared)));
        }
        let maker = Rc::clone(&self.program.functions[function as usize]);
        let shared = Shared::new(self.invoke_with(&maker, Vec::new(), span)?);
        self.statics.borrow_mut().insert(function, Rc::clone(&shared));
        Ok(Target::shared(shared))
    }
}
