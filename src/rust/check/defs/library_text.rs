//! Makes the table of the library from its text.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::collect::Collector;
use super::library::{Index, Item, Library, TABLE, Table};
use super::ty::{AdtId, AliasId, ConstId, FnId, TraitId, Ty};
use super::{Def, Defs, Impl, Resolved};
use crate::rust::library::text::{FILES, PRELUDE};

/// What is needed while the text is read: a file is parsed when an item of it is first asked for.
#[derive(Default)]
pub(super) struct Text {
    /// All items by their names alone, with their files.
    names: FxHashMap<&'static str, Vec<(usize, Item)>>,
    /// The file of each struct or enum, and how many parameters it has.
    adts: Vec<(usize, usize)>,
    /// The file of each.
    traits: Vec<usize>,
    aliases: Vec<usize>,
    /// Those that stand alone: they have the first ids.
    fns: Vec<usize>,
    consts: Vec<usize>,
    parsed: RefCell<FxHashSet<usize>>,
}

impl Library {
    /// The library of the text.
    fn of_text() -> Self {
        let (index, text) = scan();
        let mut library = Self::of(index);
        let tables = library.tables.get_mut();
        tables.adts.resize(text.adts.len(), None);
        tables.traits.resize(text.traits.len(), None);
        tables.aliases.resize(text.aliases.len(), None);
        tables.fns.resize(text.fns.len(), None);
        tables.consts.resize(text.consts.len(), None);
        library.text = Some(text);
        library
    }

    fn text(&self) -> &Text {
        self.text.as_ref().expect("only a library that is read from its text looks for names")
    }

    /// An item by its name alone, as the text of a file may use it.
    pub(super) fn by_name(&self, name: &str, file: usize) -> Option<Def> {
        let found = self.text().names.get(name)?;
        let here = found.iter().find(|(at, _)| *at == file);
        let prelude = || self.prelude.get(name).cloned();
        here.map(|(_, item)| item.def()).or_else(prelude).or_else(|| Some(found.first()?.1.def()))
    }

    /// The item of a file by its name.
    pub(super) fn declared(&self, name: &str, file: usize) -> Option<Def> {
        let found = self.text().names.get(name)?.iter().find(|(at, _)| *at == file);
        found.map(|(_, item)| item.def())
    }
}

impl Defs {
    /// What names in the text mean: the library's modules are not those of a program.
    pub(super) fn resolve_in_text(&self, file: usize, names: &[Rc<str>]) -> Option<Resolved> {
        if let [name] = names {
            let known = self.library.by_name(name, file).map(|def| Resolved { def, used: 1 });
            return known.or_else(|| {
                Ty::primitive(name).map(|ty| Resolved { def: Def::Primitive(ty), used: 1 })
            });
        }
        let (last, path) = names.split_last()?;
        let def = self.library.item(&path.join("::"), last)?;
        Some(Resolved { def, used: names.len() })
    }

    pub(super) fn load_adt(&self, id: AdtId) {
        self.load(|text| Some(text.adts[id.0 as usize].0));
    }

    pub(super) fn load_trait(&self, id: TraitId) {
        self.load(|text| Some(text.traits[id.0 as usize]));
    }

    pub(super) fn load_alias(&self, id: AliasId) {
        self.load(|text| Some(text.aliases[id.0 as usize]));
    }

    /// Parses the file of a function of the library that stands alone.
    pub(super) fn load_fn(&self, id: FnId) {
        self.load(|text| text.fns.get(id.0 as usize).copied());
    }

    pub(super) fn load_const(&self, id: ConstId) {
        self.load(|text| text.consts.get(id.0 as usize).copied());
    }

    /// Parses a file and makes known what it declares. Where the library is that of the table, all is.
    fn load(&self, file: impl FnOnce(&Text) -> Option<usize>) {
        let Some(text) = &self.library.text else { return };
        let Some(file) = file(text).filter(|file| text.parsed.borrow_mut().insert(*file)) else {
            return;
        };
        let (name, source) = FILES[file];
        let parsed = syn::parse_file(source);
        let tree = parsed.unwrap_or_else(|error| panic!("the library's text of {name}: {error}"));
        Collector::of_library(self, file).collect(&tree.items);
    }

    /// How many parameters a struct or enum of the text has.
    pub(super) fn arity(&self, id: AdtId) -> usize {
        self.library.text().adts[id.0 as usize].1
    }
}

/// Looks for the lines that declare items; nothing is parsed.
fn scan() -> (Index<'static>, Text) {
    let (mut index, mut text) = (Index::default(), Text::default());
    for (file, (_, source)) in FILES.iter().enumerate() {
        scan_file(&mut index, &mut text, file, source);
    }
    let found = PRELUDE.iter().filter_map(|path| {
        let (path, name) = path.rsplit_once("::").unwrap_or(("", path));
        let (_, items) = index.modules.iter().find(|(known, _)| *known == path)?;
        items.iter().rev().find(|(known, _)| *known == name).copied()
    });
    index.prelude = found.collect();
    (index, text)
}

fn scan_file(index: &mut Index<'static>, text: &mut Text, file: usize, source: &'static str) {
    let mut paths: Vec<&'static str> = Vec::new();
    let mut of_trait = None;
    for line in source.lines() {
        if let Some(list) = line.strip_prefix("//@ ") {
            paths = list.split_whitespace().collect();
            continue;
        }
        if let (Some(method), Some(id)) = (line.strip_prefix("    fn "), of_trait) {
            entry(&mut index.methods, word(method)).push(id);
            continue;
        }
        let Some((keyword, rest)) = line.split_once(' ') else { continue };
        let name = word(rest);
        let item = match keyword {
            "struct" | "enum" => {
                text.adts.push((file, arity(&rest[name.len()..])));
                Item::Adt(AdtId(text.adts.len() as u32 - 1))
            }
            "trait" => {
                text.traits.push(file);
                Item::Trait(TraitId(text.traits.len() as u32 - 1))
            }
            "type" => {
                text.aliases.push(file);
                Item::Alias(AliasId(text.aliases.len() as u32 - 1))
            }
            "fn" => {
                text.fns.push(file);
                Item::Fn(FnId(text.fns.len() as u32 - 1))
            }
            "const" | "static" => {
                text.consts.push(file);
                Item::Const(ConstId(text.consts.len() as u32 - 1))
            }
            "//=" => {
                // The item is in the file or in one before.
                let (path, of) = rest.split_once(' ').unwrap_or((rest, ""));
                let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
                if let Some((_, item)) = text.names.get(of).and_then(|known| known.last()) {
                    entry(&mut index.modules, module).push((name, *item));
                }
                continue;
            }
            keyword if keyword.starts_with("impl") => {
                of_trait = None;
                continue;
            }
            _ => continue,
        };
        of_trait = match item {
            Item::Trait(id) => Some(id),
            _ => None,
        };
        for path in &paths {
            entry(&mut index.modules, path).push((name, item));
        }
        text.names.entry(name).or_default().push((file, item));
    }
}

/// The list with that name, which is made if it is not there.
fn entry<'l, T>(lists: &'l mut Vec<(&'static str, Vec<T>)>, name: &'static str) -> &'l mut Vec<T> {
    let at = lists.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
        lists.push((name, Vec::new()));
        lists.len() - 1
    });
    &mut lists[at].1
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

/// The items of a table, each taken out for good.
fn out<T>(table: Vec<Option<Rc<T>>>) -> Vec<T> {
    let item = |item: Option<Rc<T>>| Rc::into_inner(item.expect("an item with an id is declared"));
    table.into_iter().map(|it| item(it).expect("nobody else holds it")).collect()
}

fn bytes(item: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(item).expect("it is all plain data")
}

/// The table of the text.
fn made() -> Vec<u8> {
    let defs = Defs::over(Library::of_text());
    (0..FILES.len()).for_each(|file| defs.load(|_| Some(file)));
    let tables = defs.library.tables.take();
    let fns: Vec<_> = out(tables.fns).iter().map(bytes).collect();
    let trait_of = |item: &Impl| item.of.as_ref().map(|of| of.id);
    let impls: Vec<_> =
        out(tables.impls).iter().map(|item| (trait_of(item), item.head(), bytes(item))).collect();
    bytes(&Table {
        index: scan().0,
        adts: out(tables.adts),
        traits: out(tables.traits),
        aliases: out(tables.aliases),
        impls: impls.iter().map(|(of, head, bytes)| (*of, *head, bytes.as_slice())).collect(),
        fns: fns.iter().map(Vec::as_slice).collect(),
        consts: out(tables.consts),
        opaques: out(tables.opaques),
    })
}

#[test]
fn the_table_is_that_of_the_text() {
    let made = made();
    if std::env::var_os("UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rust/library/library.table");
        std::fs::write(path, &made).unwrap();
        return;
    }
    assert!(
        made == TABLE,
        "the text has changed: UPDATE=1 cargo test --lib the_table makes it anew"
    );
}
