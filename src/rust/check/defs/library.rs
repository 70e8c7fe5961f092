//! The library, read from a table.
//!
//! A test makes the table from the library's text, and says when it has to be made anew: parsing the text
//! would cost every fresh instance of the module many milliseconds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::ty::{AdtId, AliasId, ConstId, FnId, ImplId, TraitId};
use super::{Adt, Alias, Const, Def, Defs, Function, Head, Impl, MARKERS, Opaque, Tables, Trait};

/// The table, as the test `the_table_is_that_of_the_text` has made it.
pub(super) const TABLE: &[u8] = include_bytes!("../../library/library.table");

/// What the modules of the library have.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Index<'t> {
    /// The items of each module, by its path.
    #[serde(borrow)]
    pub(super) modules: Vec<(&'t str, Vec<(&'t str, Item)>)>,
    /// The traits that declare a method.
    #[serde(borrow)]
    pub(super) methods: Vec<(&'t str, Vec<TraitId>)>,
    #[serde(borrow)]
    pub(super) prelude: Vec<(&'t str, Item)>,
}

/// An item that a module of the library has.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) enum Item {
    Adt(AdtId),
    Trait(TraitId),
    Alias(AliasId),
    Fn(FnId),
    Const(ConstId),
}

/// The table: all that the library declares, each kind in the order of its ids.
#[derive(Serialize, Deserialize)]
pub(super) struct Table<'t> {
    #[serde(borrow)]
    pub(super) index: Index<'t>,
    pub(super) adts: Vec<Adt>,
    pub(super) traits: Vec<Trait>,
    pub(super) aliases: Vec<Alias>,
    /// The trait of each and the head of the type it is for; the rest is in its own bytes, as there are many
    /// and a program asks for few.
    #[serde(borrow)]
    pub(super) impls: Vec<(Option<TraitId>, Head, &'t [u8])>,
    /// Each in its own bytes, too.
    #[serde(borrow)]
    pub(super) fns: Vec<&'t [u8]>,
    pub(super) consts: Vec<Const>,
    pub(super) opaques: Vec<Opaque>,
}

/// The items of the library, and what its modules have.
pub(in crate::rust) struct Library {
    pub(super) tables: RefCell<Tables>,
    /// The `impl` blocks and functions as they are in the table, by their ids.
    impls: Vec<&'static [u8]>,
    fns: Vec<&'static [u8]>,
    modules: FxHashMap<&'static str, FxHashMap<&'static str, Def>>,
    methods: FxHashMap<&'static str, Vec<TraitId>>,
    pub(super) prelude: FxHashMap<&'static str, Def>,
    prelude_traits: FxHashSet<TraitId>,
    pub(super) markers: FxHashSet<TraitId>,
    /// Traits by their paths, as the checker asks for them.
    langs: RefCell<FxHashMap<&'static str, Option<TraitId>>>,
    /// The text, while the table is made of it.
    #[cfg(test)]
    pub(super) text: Option<super::library_text::Text>,
}

thread_local! {
    /// The library between two programs.
    static LIBRARY: Cell<Option<Library>> = const { Cell::new(None) };
}

impl Library {
    /// The library, with the signatures that were read for programs before.
    pub(super) fn take() -> Self {
        LIBRARY.take().unwrap_or_else(Self::read)
    }

    /// Keeps it for programs that come after.
    pub(super) fn keep(self) {
        LIBRARY.set(Some(self));
    }

    /// Reads the table. Which `impl` blocks there are must not depend on what was asked before; what they have,
    /// and the signatures of functions, are read when they are needed.
    fn read() -> Self {
        let table = postcard::from_bytes::<Table<'static>>(TABLE);
        let table = table.expect("the table was made of these types");
        let mut library = Self::of(table.index);
        let tables = library.tables.get_mut();
        tables.adts = shared(table.adts);
        tables.traits = shared(table.traits);
        tables.aliases = shared(table.aliases);
        tables.consts = shared(table.consts);
        tables.opaques = shared(table.opaques);
        tables.fns.resize(table.fns.len(), None);
        tables.impls.resize(table.impls.len(), None);
        for (index, (of, head, _)) in table.impls.iter().enumerate() {
            tables.index_impl(ImplId(index as u32), *of, *head);
        }
        library.impls = table.impls.into_iter().map(|(_, _, bytes)| bytes).collect();
        library.fns = table.fns;
        library
    }

    pub(super) fn of(index: Index<'static>) -> Self {
        let defs = |items: Vec<(&'static str, Item)>| {
            items.into_iter().map(|(name, item)| (name, item.def())).collect()
        };
        let prelude: FxHashMap<_, _> = defs(index.prelude);
        let traits = prelude.values().filter_map(|def| match def {
            Def::Trait(id) => Some(*id),
            _ => None,
        });
        let mut library = Self {
            tables: RefCell::default(),
            impls: Vec::new(),
            fns: Vec::new(),
            modules: index.modules.into_iter().map(|(path, items)| (path, defs(items))).collect(),
            methods: index.methods.into_iter().collect(),
            prelude_traits: traits.collect(),
            prelude,
            markers: FxHashSet::default(),
            langs: RefCell::default(),
            #[cfg(test)]
            text: None,
        };
        library.markers = MARKERS.iter().filter_map(|path| library.lang(path)).collect();
        library
    }

    /// Whether there is a module of that path, or below it; with the path as it is kept.
    pub(super) fn module(&self, path: &str) -> Option<&'static str> {
        let is_below = |known: &&&'static str| {
            known.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        self.modules.keys().find(is_below).map(|known| &known[..path.len()])
    }

    /// An item of a module, or a module in it.
    pub(super) fn item(&self, path: &str, name: &str) -> Option<Def> {
        if let Some(def) = self.modules.get(path).and_then(|module| module.get(name)) {
            return Some(def.clone());
        }
        self.module(&format!("{path}::{name}")).map(Def::Library)
    }

    /// The names and items of a module.
    pub(super) fn items(&self, path: &str) -> impl Iterator<Item = (&'static str, Def)> + '_ {
        let items = self.modules.get(path).into_iter().flatten();
        items.map(|(name, def)| (*name, def.clone()))
    }

    pub(super) fn prelude(&self, name: &str) -> Option<Def> {
        self.prelude.get(name).cloned()
    }

    pub(super) fn is_in_prelude(&self, id: TraitId) -> bool {
        self.prelude_traits.contains(&id)
    }

    pub(super) fn traits_with(&self, method: &str) -> &[TraitId] {
        self.methods.get(method).map_or(&[], Vec::as_slice)
    }

    pub(super) fn lang(&self, path: &'static str) -> Option<TraitId> {
        if let Some(known) = self.langs.borrow().get(path) {
            return *known;
        }
        let find = || {
            let (module, name) = path.rsplit_once("::")?;
            match self.modules.get(module)?.get(name)? {
                Def::Trait(id) => Some(*id),
                _ => None,
            }
        };
        let found = find();
        self.langs.borrow_mut().insert(path, found);
        found
    }

    /// The last name of the module that a function stands in.
    pub(super) fn home_of(&self, id: FnId) -> Option<&'static str> {
        let holds = |module: &FxHashMap<_, Def>| module.values().any(|def| *def == Def::Fn(id));
        let (path, _) = self.modules.iter().find(|(_, module)| holds(module))?;
        path.rsplit("::").next()
    }
}

impl Item {
    pub(super) fn def(self) -> Def {
        match self {
            Self::Adt(id) => Def::Adt(id),
            Self::Trait(id) => Def::Trait(id),
            Self::Alias(id) => Def::Alias(id),
            Self::Fn(id) => Def::Fn(id),
            Self::Const(id) => Def::Const(id),
        }
    }
}

impl Defs {
    /// Reads an `impl` block of the library.
    pub(super) fn read_impl(&self, id: ImplId) -> Rc<Impl> {
        let read = postcard::from_bytes::<Impl>(self.library.impls[id.0 as usize]);
        let item = Rc::new(read.expect("the table was made of these types"));
        self.library.tables.borrow_mut().impls[id.0 as usize] = Some(Rc::clone(&item));
        item
    }

    /// Reads the signature of a function of the library.
    pub(super) fn read_function(&self, id: FnId) -> Option<()> {
        let read = postcard::from_bytes::<Function>(self.library.fns.get(id.0 as usize)?);
        self.set_function(id, read.expect("the table was made of these types"));
        Some(())
    }
}

fn shared<T>(items: Vec<T>) -> Vec<Option<Rc<T>>> {
    items.into_iter().map(|item| Some(Rc::new(item))).collect()
}
