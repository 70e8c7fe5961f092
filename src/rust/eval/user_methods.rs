//! The methods that a program declares itself, for its own types and for others.

use std::rc::Rc;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::machine::Machine;
use crate::rust::ir::{Function, MethodCall, Resolved};
use crate::rust::value::{Target, Value};

/// The name of the type of methods that every type has: `impl<T> Trait for T`.
const EVERY_TYPE: &str = "*";

/// The functions of a program that are methods, each an index.
pub(in crate::rust) struct OwnMethods {
    /// By the name of the method, and then of the type: most names that are asked for are of no
    /// method of the program's own, and that is known at once.
    by_name: IndexMap<Rc<str>, FxHashMap<Rc<str>, u32>, FxBuildHasher>,
    /// `deref` and `deref_mut`, which are asked for wherever a method or field is not found.
    deref: Option<Named>,
    deref_mut: Option<Named>,
}

/// The name of some method of the program's own.
#[derive(Debug, Clone, Copy)]
pub(in crate::rust) struct Named(u32);

impl OwnMethods {
    /// Of methods by the names of their types and their own.
    pub(in crate::rust) fn new(methods: FxHashMap<(Rc<str>, Rc<str>), u32>) -> Self {
        let mut by_name = IndexMap::<_, FxHashMap<_, _>, _>::default();
        for ((of, name), index) in methods {
            by_name.entry(name).or_default().insert(of, index);
        }
        let mut methods = Self { by_name, deref: None, deref_mut: None };
        methods.deref = methods.named("deref");
        methods.deref_mut = methods.named("deref_mut");
        methods
    }

    /// The method of a type.
    pub(in crate::rust) fn get(&self, of: &str, name: &str) -> Option<u32> {
        self.by_name.get(name)?.get(of).copied()
    }

    /// The name, if any type has such a method.
    fn named(&self, name: &str) -> Option<Named> {
        self.by_name.get_index_of(name).map(|index| Named(index as u32))
    }

    /// What `*` calls.
    pub(in crate::rust) fn derefs(&self, mutable: bool) -> impl Iterator<Item = Named> {
        self.deref_mut.filter(|_| mutable).into_iter().chain(self.deref)
    }
}

impl Machine {
    /// The method of the program's own that a call means, for the value at a place.
    #[inline]
    pub(in crate::rust) fn called_method(&self, target: &Target, call: &MethodCall) -> Option<u32> {
        let methods = &self.program.methods;
        if call.resolved == Resolved::Library {
            return None;
        }
        let named = *call.own.get_or_init(|| methods.named(&call.name));
        let by_name = self.own_method(target, named?)?;
        match call.resolved {
            Resolved::Own(index) => Some(index),
            _ => Some(by_name),
        }
    }

    /// The method of the program's own by that name, for the value at a place.
    pub(in crate::rust) fn user_method(&self, target: &Target, name: &str) -> Option<u32> {
        self.own_method(target, self.program.methods.named(name)?)
    }

    pub(in crate::rust) fn own_method(&self, target: &Target, Named(name): Named) -> Option<u32> {
        let types = &self.program.methods.by_name[name as usize];
        let found = self.at(target, |value| match value {
            Value::Moved | Value::Ref(_) | Value::Borrow(_) => None,
            Value::Object(object) => Some(types.get(&object.class.name)),
            Value::Array(_) => Some(types.get("[_]")),
            value => {
                let name = value.type_name();
                let name = name.split('<').next().unwrap_or("").trim_start_matches('&');
                let also = match name {
                    "Vec" => "[_]",
                    "String" => "str",
                    name => name,
                };
                Some(types.get(name).or_else(|| types.get(also)))
            }
        });
        found??.or_else(|| types.get(EVERY_TYPE)).copied()
    }

    /// A function of the program's own by the names of its type and its own.
    pub(in crate::rust) fn own_function(&self, of: &str, name: &str) -> Option<Rc<Function>> {
        let index = self.program.methods.get(of, name)?;
        Some(Rc::clone(&self.program.functions[index as usize]))
    }
}
