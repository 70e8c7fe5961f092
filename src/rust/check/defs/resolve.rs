//! Names: which definition a path means, from the module it stands in.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::ty::{ModuleId, Ty};
use super::{Def, Defs, Form};

/// A path, by the names of its segments.
pub(in crate::rust) type Path = Rc<[Rc<str>]>;

/// A module of the program, or the items of a block.
#[derive(Default)]
pub(in crate::rust) struct Module {
    pub(in crate::rust) parent: Option<ModuleId>,
    /// A block sees the names around it, a module does not.
    pub(in crate::rust) is_block: bool,
    pub(in crate::rust) types: FxHashMap<Rc<str>, Def>,
    pub(in crate::rust) values: FxHashMap<Rc<str>, Def>,
    /// `use` of a name: the name, and the path it stands for.
    pub(in crate::rust) uses: Vec<(Rc<str>, Path)>,
    /// `use path::*`
    pub(in crate::rust) globs: Vec<Path>,
}

/// What a name is looked up as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Namespace {
    Types,
    Values,
}

/// The definition that the beginning of a path means, and how many segments that took.
#[derive(Debug, Clone)]
pub(in crate::rust) struct Resolved {
    pub(in crate::rust) def: Def,
    pub(in crate::rust) used: usize,
}

/// How long a chain of imports may be.
const MAX_CHAIN: u32 = 16;

impl Defs {
    /// The definition of a path. What follows a type or trait is left to the caller, but for variants.
    pub(in crate::rust) fn resolve(
        &self,
        from: ModuleId,
        path: &[Rc<str>],
        namespace: Namespace,
    ) -> Option<Resolved> {
        if self.depth.get() > MAX_CHAIN {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let found = self.resolve_path(from, path, namespace);
        self.depth.set(self.depth.get() - 1);
        found
    }

    fn resolve_path(
        &self,
        from: ModuleId,
        path: &[Rc<str>],
        namespace: Namespace,
    ) -> Option<Resolved> {
        let of = |used: usize| if used == path.len() { namespace } else { Namespace::Types };
        let (mut def, mut used) = match &*path[0] {
            "crate" => (Def::Module(ModuleId(0)), 1),
            "self" => (Def::Module(self.real_module(from)), 1),
            "super" => (Def::Module(self.parent_of(from)?), 1),
            name => (self.name(from, name, of(1))?, 1),
        };
        while used < path.len() {
            let name = &path[used];
            let next = match (&def, &**name) {
                (Def::Module(module), "super") => Some(Def::Module(self.parent_of(*module)?)),
                (Def::Module(module), name) => self.member(*module, name, of(used + 1)),
                (Def::Library(module), name) => {
                    let found = self.library.item(module, name);
                    return match found {
                        Some(found) => {
                            def = found;
                            used += 1;
                            self.rest(def, used, path)
                        }
                        None => Some(Resolved { def: Def::Unknown, used: path.len() }),
                    };
                }
                _ => return self.rest(def, used, path),
            };
            def = next?;
            used += 1;
        }
        self.rest(def, used, path)
    }

    /// Goes on into library modules and variants.
    fn rest(&self, mut def: Def, mut used: usize, path: &[Rc<str>]) -> Option<Resolved> {
        while used < path.len() {
            match &def {
                Def::Library(module) => {
                    let Some(found) = self.library.item(module, &path[used]) else {
                        return Some(Resolved { def: Def::Unknown, used: path.len() });
                    };
                    def = found;
                    used += 1;
                }
                Def::Adt(id) => {
                    let adt = self.adt(*id)?;
                    let variant = adt.variants.iter().position(|it| it.name == path[used]);
                    match variant {
                        Some(variant) if adt.is_enum => {
                            def = Def::Variant(*id, variant as u32);
                            used += 1;
                        }
                        _ => break,
                    }
                }
                Def::Unknown => used = path.len(),
                _ => break,
            }
        }
        Some(Resolved { def, used })
    }

    /// A name as it is seen from a module.
    fn name(&self, from: ModuleId, name: &str, namespace: Namespace) -> Option<Def> {
        let mut module = from;
        loop {
            if let Some(def) = self.member(module, name, namespace) {
                return Some(def);
            }
            let modules = self.modules.borrow();
            match (modules[module.0 as usize].is_block, modules[module.0 as usize].parent) {
                (true, Some(parent)) => module = parent,
                _ => break,
            }
        }
        match name {
            "std" | "core" | "alloc" => return Some(Def::Library("std")),
            "leakproof" => return Some(Def::Library("leakproof")),
            _ => {}
        }
        if let Some(def) = self.library.prelude(name)
            && self.is_in(&def, namespace)
        {
            return Some(def);
        }
        match name {
            "Some" | "None" => self.variant("Option", name),
            "Ok" | "Err" => self.variant("Result", name),
            name if namespace == Namespace::Types => Ty::primitive(name).map(Def::Primitive),
            _ => None,
        }
    }

    fn variant(&self, of: &str, name: &str) -> Option<Def> {
        let Some(Def::Adt(id)) = self.library.prelude(of) else { return None };
        let adt = self.adt(id)?;
        let variant = adt.variants.iter().position(|it| *it.name == *name)?;
        Some(Def::Variant(id, variant as u32))
    }

    /// A name that a module declares or imports.
    fn member(&self, module: ModuleId, name: &str, namespace: Namespace) -> Option<Def> {
        let (uses, globs) = {
            let modules = self.modules.borrow();
            let module = &modules[module.0 as usize];
            let names = match namespace {
                Namespace::Types => &module.types,
                Namespace::Values => &module.values,
            };
            if let Some(def) = names.get(name) {
                return Some(def.clone());
            }
            let uses = module.uses.iter().filter(|(known, _)| **known == *name);
            let uses: Vec<_> = uses.map(|(_, path)| Rc::clone(path)).collect();
            (uses, module.globs.clone())
        };
        for path in uses {
            if let Some(Resolved { def, used }) = self.resolve(module, &path, namespace)
                && used == path.len()
                && (def == Def::Unknown || self.is_in(&def, namespace))
            {
                return Some(def);
            }
        }
        globs.iter().find_map(|path| {
            let of = self.resolve(module, path, Namespace::Types)?;
            if of.used < path.len() {
                return None;
            }
            let found = match of.def {
                Def::Module(of) if of != module => self.resolve_glob(of, name, namespace),
                Def::Library(of) => self.library.item(of, name),
                Def::Adt(id) => {
                    let adt = self.adt(id)?;
                    let variant = adt.variants.iter().position(|it| *it.name == *name)?;
                    Some(Def::Variant(id, variant as u32))
                }
                _ => None,
            };
            found.filter(|def| self.is_in(def, namespace))
        })
    }

    fn resolve_glob(&self, of: ModuleId, name: &str, namespace: Namespace) -> Option<Def> {
        if self.depth.get() > MAX_CHAIN {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let found = self.member(of, name, namespace);
        self.depth.set(self.depth.get() - 1);
        found
    }

    /// Whether a definition has a name in a namespace.
    fn is_in(&self, def: &Def, namespace: Namespace) -> bool {
        match def {
            Def::Fn(_) | Def::Const(_) => namespace == Namespace::Values,
            Def::Adt(id) if namespace == Namespace::Values => {
                self.adt(*id).is_some_and(|adt| !adt.is_enum && adt.variants[0].form != Form::Named)
            }
            Def::Variant(..) | Def::Unknown => true,
            _ => namespace == Namespace::Types,
        }
    }

    /// The module around a block.
    fn real_module(&self, mut module: ModuleId) -> ModuleId {
        let modules = self.modules.borrow();
        while let (true, Some(parent)) =
            (modules[module.0 as usize].is_block, modules[module.0 as usize].parent)
        {
            module = parent;
        }
        module
    }

    fn parent_of(&self, module: ModuleId) -> Option<ModuleId> {
        let parent = self.modules.borrow()[self.real_module(module).0 as usize].parent?;
        Some(self.real_module(parent))
    }
}
