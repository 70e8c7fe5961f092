//! The library: which file declares what, and reading a file when it is first needed.
//!
//! What is read is a table. A test makes it from the library's text, and says when it has to be made anew:
//! parsing the text would cost every fresh instance of the module many milliseconds.

use std::cell::{Cell, RefCell};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::ty::{AdtId, AliasId, ConstId, FnId, ImplId, OpaqueId, TraitId, Ty};
use super::{Adt, Alias, Const, Def, Defs, Function, Impl, MARKERS, Opaque, Tables, Trait};

/// The table, as the test `the_table_is_that_of_the_text` has made it.
pub(super) const TABLE: &[u8] = include_bytes!("../../library/library.table");

/// What is known of the library without reading its files.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Index<'t> {
    #[serde(borrow)]
    pub(super) files: Vec<&'t str>,
    /// The items of each module, by its path.
    #[serde(borrow)]
    pub(super) modules: Vec<(&'t str, Vec<(&'t str, Item)>)>,
    /// The file of each struct or enum, and how many parameters it has.
    pub(super) adts: Vec<(usize, usize)>,
    /// The file of each.
    pub(super) traits: Vec<usize>,
    pub(super) aliases: Vec<usize>,
    /// Those that stand alone: they have the first ids.
    pub(super) fns: Vec<usize>,
    pub(super) consts: Vec<usize>,
    /// The traits that declare a method.
    #[serde(borrow)]
    pub(super) methods: Vec<(&'t str, Vec<TraitId>)>,
    #[serde(borrow)]
    pub(super) prelude: Vec<(&'t str, Item)>,
    /// How many there are in all files.
    pub(super) all: Counts,
}

/// How many ids have been given.
#[derive(Debug, Default, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Counts {
    pub(super) fns: usize,
    pub(super) consts: usize,
    pub(super) impls: usize,
    pub(super) opaques: usize,
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

/// What a file declares, with ids.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct File {
    pub(super) adts: Vec<(AdtId, Adt)>,
    pub(super) traits: Vec<(TraitId, Trait)>,
    pub(super) aliases: Vec<(AliasId, Alias)>,
    pub(super) impls: Vec<(ImplId, Impl)>,
    pub(super) fns: Vec<(FnId, Function)>,
    pub(super) consts: Vec<(ConstId, Const)>,
    pub(super) opaques: Vec<(OpaqueId, Opaque)>,
}

/// The table: the index, and the files, each in its own bytes.
#[derive(Serialize, Deserialize)]
pub(super) struct Table<'t> {
    #[serde(borrow)]
    pub(super) index: Index<'t>,
    #[serde(borrow)]
    pub(super) files: Vec<&'t [u8]>,
}

/// What is known of the library, and what was read so far.
pub(in crate::rust) struct Library {
    pub(super) tables: RefCell<Tables>,
    pub(super) files: Vec<(&'static str, &'static [u8])>,
    pub(super) modules: FxHashMap<&'static str, FxHashMap<&'static str, Def>>,
    pub(super) adts: Vec<(usize, usize)>,
    pub(super) traits: Vec<usize>,
    pub(super) aliases: Vec<usize>,
    pub(super) fns: Vec<usize>,
    pub(super) consts: Vec<usize>,
    pub(super) methods: FxHashMap<&'static str, Vec<TraitId>>,
    pub(super) prelude: FxHashMap<&'static str, Def>,
    prelude_traits: FxHashSet<TraitId>,
    pub(super) markers: FxHashSet<TraitId>,
    /// Traits by their paths, as the checker asks for them.
    langs: RefCell<FxHashMap<&'static str, Option<TraitId>>>,
    loaded: RefCell<Vec<bool>>,
    /// The text, while the table is made of it.
    #[cfg(test)]
    pub(super) text: Option<super::library_text::Text>,
}

thread_local! {
    /// The library between two programs.
    static LIBRARY: Cell<Option<Library>> = const { Cell::new(None) };
}

impl Library {
    /// The library, with what was read of it for programs before.
    pub(super) fn take() -> Self {
        LIBRARY.take().unwrap_or_else(|| {
            let table = postcard::from_bytes::<Table<'static>>(TABLE);
            let Table { index, files } = table.expect("the table was made of these types");
            Self::of(index, files)
        })
    }

    /// Keeps it for programs that come after.
    pub(super) fn keep(self) {
        LIBRARY.set(Some(self));
    }

    pub(super) fn of(index: Index<'static>, files: Vec<&'static [u8]>) -> Self {
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
            loaded: RefCell::new(vec![false; index.files.len()]),
            files: index.files.into_iter().zip(files).collect(),
            modules: index.modules.into_iter().map(|(path, items)| (path, defs(items))).collect(),
            prelude_traits: traits.collect(),
            prelude,
            markers: FxHashSet::default(),
            langs: RefCell::default(),
            methods: index.methods.into_iter().collect(),
            adts: index.adts,
            traits: index.traits,
            aliases: index.aliases,
            fns: index.fns,
            consts: index.consts,
            #[cfg(test)]
            text: None,
        };
        library.markers = MARKERS.iter().filter_map(|path| library.lang(path)).collect();
        let tables = library.tables.get_mut();
        tables.adts.resize(library.adts.len(), None);
        tables.traits.resize(library.traits.len(), None);
        tables.aliases.resize(library.aliases.len(), None);
        tables.fns.resize(index.all.fns, None);
        tables.consts.resize(index.all.consts, None);
        tables.impls.resize(index.all.impls, None);
        tables.opaques.resize(index.all.opaques, None);
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

    pub(super) fn arity(&self, id: AdtId) -> usize {
        self.adts[id.0 as usize].1
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
    pub(super) fn load_adt(&self, id: AdtId) {
        self.load(self.library.adts[id.0 as usize].0);
    }

    pub(super) fn load_trait(&self, id: TraitId) {
        self.load(self.library.traits[id.0 as usize]);
    }

    pub(super) fn load_alias(&self, id: AliasId) {
        self.load(self.library.aliases[id.0 as usize]);
    }

    /// Reads the file of a function of the library that stands alone.
    pub(super) fn load_fn(&self, id: FnId) {
        if let Some(file) = self.library.fns.get(id.0 as usize) {
            self.load(*file);
        }
    }

    pub(super) fn load_const(&self, id: ConstId) {
        if let Some(file) = self.library.consts.get(id.0 as usize) {
            self.load(*file);
        }
    }

    /// Reads the file with the `impl` blocks for a type.
    pub(in crate::rust) fn load_head(&self, ty: &Ty) {
        let file = match ty {
            Ty::Adt(id, _) if id.0 < super::USER => return self.load_adt(*id),
            Ty::Ref(_, to) => {
                self.load_head(to);
                "reference"
            }
            Ty::Bool => "bool",
            Ty::Char => "char",
            Ty::Str => "str",
            Ty::Int(_) => "int",
            Ty::Float(_) => "float",
            Ty::Slice(of) => {
                self.load_head(of);
                "slice"
            }
            Ty::Array(..) => "slice",
            Ty::Tuple(_) => "tuple",
            _ => return,
        };
        if let Some(index) = self.library.files.iter().position(|(name, _)| *name == file) {
            self.load(index);
        }
    }

    /// The files that variables of numbers may need.
    pub(in crate::rust) fn load_numbers(&self) {
        self.load_head(&Ty::Int(super::ty::IntTy::I32));
        self.load_head(&Ty::Float(super::ty::FloatTy::F64));
    }

    pub(super) fn load(&self, file: usize) {
        if std::mem::replace(&mut self.library.loaded.borrow_mut()[file], true) {
            return;
        }
        #[cfg(test)]
        if let Some(text) = &self.library.text {
            return text.read(self, file);
        }
        let read = postcard::from_bytes::<File>(self.library.files[file].1);
        self.take_in(read.expect("the table was made of these types"));
    }

    /// Makes known what a file declares.
    fn take_in(&self, file: File) {
        for (id, item) in file.adts {
            self.set_adt(id, item);
        }
        for (id, item) in file.traits {
            self.set_trait(id, item);
        }
        for (id, item) in file.aliases {
            self.set_alias(id, item);
        }
        for (id, item) in file.fns {
            self.set_function(id, item);
        }
        for (id, item) in file.consts {
            self.set_constant(id, item);
        }
        for (id, item) in file.opaques {
            self.set_opaque(id, item);
        }
        let mut tables = self.library.tables.borrow_mut();
        for (id, item) in file.impls {
            tables.put_impl(id, id.0 as usize, item);
        }
    }
}
