//! The library's text: which file declares what, and reading a file when it is first needed.

use std::cell::{Cell, RefCell};

use rustc_hash::{FxHashMap, FxHashSet};

use super::collect::Collector;
use super::ty::{AdtId, AliasId, ConstId, FnId, TraitId, Ty};
use super::{Def, Defs, Tables};
use crate::rust::library::text::{FILES, PRELUDE};

/// What is known of the library without parsing it, and what was parsed so far.
pub(in crate::rust) struct Library {
    pub(super) tables: RefCell<Tables>,
    /// The items of each module, by its path.
    modules: FxHashMap<&'static str, FxHashMap<&'static str, Def>>,
    /// All items by their names alone.
    names: FxHashMap<&'static str, Vec<(usize, Def)>>,
    /// The file of each.
    adts: Vec<usize>,
    /// How many parameters each struct and enum has.
    arities: Vec<usize>,
    traits: Vec<usize>,
    aliases: Vec<usize>,
    fns: Vec<usize>,
    consts: Vec<usize>,
    /// The traits that declare a method.
    methods: FxHashMap<&'static str, Vec<TraitId>>,
    prelude: FxHashMap<&'static str, Def>,
    prelude_traits: FxHashSet<TraitId>,
    pub(super) markers: FxHashSet<TraitId>,
    /// Traits by their paths, as the checker asks for them.
    langs: RefCell<FxHashMap<&'static str, Option<TraitId>>>,
    loaded: RefCell<Vec<bool>>,
    /// How many functions and constants have ids: those in `impl` blocks get theirs when they are read.
    next_fn: Cell<u32>,
    next_const: Cell<u32>,
}

thread_local! {
    /// The library between two programs.
    static LIBRARY: RefCell<Option<Library>> = const { RefCell::new(None) };
}

impl Library {
    /// The library, with what was read of it for programs before.
    pub(super) fn take() -> Self {
        LIBRARY.take().unwrap_or_else(Self::scan)
    }

    /// Keeps it for programs that come after.
    pub(super) fn keep(self) {
        LIBRARY.set(Some(self));
    }

    /// Looks for the lines that declare items; nothing is parsed.
    fn scan() -> Self {
        let mut library = Self {
            tables: RefCell::default(),
            modules: FxHashMap::default(),
            names: FxHashMap::default(),
            adts: Vec::new(),
            arities: Vec::new(),
            traits: Vec::new(),
            aliases: Vec::new(),
            fns: Vec::new(),
            consts: Vec::new(),
            methods: FxHashMap::default(),
            prelude: FxHashMap::default(),
            prelude_traits: FxHashSet::default(),
            markers: FxHashSet::default(),
            langs: RefCell::default(),
            loaded: RefCell::new(vec![false; FILES.len()]),
            next_fn: Cell::new(0),
            next_const: Cell::new(0),
        };
        for (file, (_, text)) in FILES.iter().enumerate() {
            library.scan_file(file, text);
        }
        for name in PRELUDE {
            let (path, name) = name.rsplit_once("::").unwrap_or(("", name));
            if let Some(def) = library.modules.get(path).and_then(|module| module.get(name)) {
                if let Def::Trait(id) = def {
                    library.prelude_traits.insert(*id);
                }
                library.prelude.insert(name, def.clone());
            }
        }
        library.markers = super::MARKERS.iter().filter_map(|path| library.lang(path)).collect();
        library.next_fn.set(library.fns.len() as u32);
        library.next_const.set(library.consts.len() as u32);
        let mut tables = library.tables.borrow_mut();
        tables.adts.resize(library.adts.len(), None);
        tables.traits.resize(library.traits.len(), None);
        tables.aliases.resize(library.aliases.len(), None);
        tables.fns.resize(library.fns.len(), None);
        tables.consts.resize(library.consts.len(), None);
        drop(tables);
        library
    }

    fn scan_file(&mut self, file: usize, text: &'static str) {
        let mut paths: Vec<&'static str> = Vec::new();
        let mut of_trait = None;
        for line in text.lines() {
            if let Some(list) = line.strip_prefix("//@ ") {
                paths = list.split_whitespace().collect();
                continue;
            }
            if let (Some(method), Some(id)) = (line.strip_prefix("    fn "), of_trait) {
                self.methods.entry(word(method)).or_default().push(id);
                continue;
            }
            let Some((keyword, rest)) = line.split_once(' ') else { continue };
            let name = word(rest);
            let def = match keyword {
                "struct" | "enum" => {
                    self.adts.push(file);
                    self.arities.push(arity(&rest[name.len()..]));
                    Def::Adt(AdtId(self.adts.len() as u32 - 1))
                }
                "trait" => {
                    self.traits.push(file);
                    Def::Trait(TraitId(self.traits.len() as u32 - 1))
                }
                "type" => {
                    self.aliases.push(file);
                    Def::Alias(AliasId(self.aliases.len() as u32 - 1))
                }
                "fn" => {
                    self.fns.push(file);
                    Def::Fn(FnId(self.fns.len() as u32 - 1))
                }
                "const" | "static" => {
                    self.consts.push(file);
                    Def::Const(ConstId(self.consts.len() as u32 - 1))
                }
                "//=" => {
                    // The item is in the file or in one before.
                    let (path, of) = rest.split_once(' ').unwrap_or((rest, ""));
                    let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
                    if let Some((_, def)) = self.names.get(of).and_then(|known| known.last()) {
                        self.modules.entry(module).or_default().insert(name, def.clone());
                    }
                    continue;
                }
                keyword if keyword.starts_with("impl") => {
                    of_trait = None;
                    continue;
                }
                _ => continue,
            };
            of_trait = match def {
                Def::Trait(id) => Some(id),
                _ => None,
            };
            for path in &paths {
                self.modules.entry(path).or_default().insert(name, def.clone());
            }
            self.names.entry(name).or_default().push((file, def));
        }
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

    /// An item by its name alone, as the text of a file of the library may use it.
    pub(super) fn by_name(&self, name: &str, file: usize) -> Option<Def> {
        let found = self.names.get(name)?;
        let here = found.iter().find(|(at, _)| *at == file);
        let prelude = || self.prelude.get(name);
        here.map(|(_, def)| def).or_else(prelude).or_else(|| Some(&found.first()?.1)).cloned()
    }

    /// The item of a file by its name.
    pub(super) fn declared(&self, name: &str, file: usize) -> Option<Def> {
        let found = self.names.get(name)?.iter().find(|(at, _)| *at == file);
        found.map(|(_, def)| def.clone())
    }

    pub(super) fn arity(&self, id: AdtId) -> usize {
        self.arities[id.0 as usize]
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

    pub(super) fn new_fn(&self) -> FnId {
        self.next_fn.set(self.next_fn.get() + 1);
        self.tables.borrow_mut().fns.push(None);
        FnId(self.next_fn.get() - 1)
    }

    pub(super) fn new_const(&self) -> ConstId {
        self.next_const.set(self.next_const.get() + 1);
        self.tables.borrow_mut().consts.push(None);
        ConstId(self.next_const.get() - 1)
    }
}

impl Defs {
    pub(super) fn load_adt(&self, id: AdtId) {
        self.load(self.library.adts[id.0 as usize]);
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
        if let Some(index) = FILES.iter().position(|(name, _)| *name == file) {
            self.load(index);
        }
    }

    /// The files that variables of numbers may need.
    pub(in crate::rust) fn load_numbers(&self) {
        self.load_head(&Ty::Int(super::ty::IntTy::I32));
        self.load_head(&Ty::Float(super::ty::FloatTy::F64));
    }

    fn load(&self, file: usize) {
        if std::mem::replace(&mut self.library.loaded.borrow_mut()[file], true) {
            return;
        }
        let (name, text) = FILES[file];
        let parsed = syn::parse_file(text);
        let tree = parsed.unwrap_or_else(|error| panic!("the library's text of {name}: {error}"));
        Collector::of_library(self, file).collect(&tree.items);
    }
}

/// How many parameters stand between the `<` and `>` at the beginning of a text, without lifetimes.
fn arity(text: &str) -> usize {
    let Some(list) = text.strip_prefix('<').and_then(|text| text.split_once('>')) else {
        return 0;
    };
    list.0.split(',').filter(|param| !param.trim_start().starts_with('\'')).count()
}

/// The name that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}
