//! Makes the table of the library from its text.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::collect::Collector;
use super::library::{Counts, File, Index, Item, Library, TABLE, Table};
use super::ty::{AdtId, AliasId, ConstId, FnId, ImplId, OpaqueId, TraitId, Ty};
use super::{Def, Defs, Resolved};
use crate::rust::library::text::{FILES, PRELUDE};

/// What is needed while the text is read.
#[derive(Default)]
pub(super) struct Text {
    /// All items by their names alone, with their files.
    names: FxHashMap<&'static str, Vec<(usize, Def)>>,
    /// Which ids each file has got. One file may be read while another one is.
    given: RefCell<Vec<(usize, Counts, Counts)>>,
}

impl Text {
    /// Parses a file and makes known what it declares.
    pub(super) fn read(&self, defs: &Defs, file: usize) {
        let (name, text) = FILES[file];
        let parsed = syn::parse_file(text);
        let tree = parsed.unwrap_or_else(|error| panic!("the library's text of {name}: {error}"));
        let before = defs.counts();
        Collector::of_library(defs, file).collect(&tree.items);
        self.given.borrow_mut().push((file, before, defs.counts()));
    }

    /// The file that has got an id: of those that were read meanwhile, the innermost.
    fn file_of(&self, id: usize, count: impl Fn(&Counts) -> usize) -> usize {
        let given = self.given.borrow();
        let around = given.iter().filter(|(_, from, to)| (count(from)..count(to)).contains(&id));
        around.min_by_key(|(_, from, to)| count(to) - count(from)).expect("a file has it").0
    }
}

impl Library {
    /// The library of the text. Its files are parsed when they are needed.
    fn of_text() -> Self {
        let (index, names) = scan();
        let mut library = Self::of(index, vec![&[]; FILES.len()]);
        library.text = Some(Text { names, ..Text::default() });
        library
    }

    fn text(&self) -> &Text {
        self.text.as_ref().expect("only a library that is read from its text looks for names")
    }

    /// An item by its name alone, as the text of a file may use it.
    pub(super) fn by_name(&self, name: &str, file: usize) -> Option<Def> {
        let found = self.text().names.get(name)?;
        let here = found.iter().find(|(at, _)| *at == file);
        let prelude = || self.prelude.get(name);
        here.map(|(_, def)| def).or_else(prelude).or_else(|| Some(&found.first()?.1)).cloned()
    }

    /// The item of a file by its name.
    pub(super) fn declared(&self, name: &str, file: usize) -> Option<Def> {
        let found = self.text().names.get(name)?.iter().find(|(at, _)| *at == file);
        found.map(|(_, def)| def.clone())
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

    fn counts(&self) -> Counts {
        let tables = self.library.tables.borrow();
        Counts {
            fns: tables.fns.len(),
            consts: tables.consts.len(),
            impls: tables.impls.len(),
            opaques: tables.opaques.len(),
        }
    }
}

/// Looks for the lines that declare items; nothing is parsed.
fn scan() -> (Index<'static>, FxHashMap<&'static str, Vec<(usize, Def)>>) {
    let mut index = Index { files: FILES.iter().map(|(name, _)| *name).collect(), ..Index::default() };
    let mut names: FxHashMap<&'static str, Vec<(usize, Item)>> = FxHashMap::default();
    for (file, (_, text)) in FILES.iter().enumerate() {
        scan_file(&mut index, &mut names, file, text);
    }
    let found = PRELUDE.iter().filter_map(|path| {
        let (path, name) = path.rsplit_once("::").unwrap_or(("", path));
        let (_, items) = index.modules.iter().find(|(known, _)| *known == path)?;
        items.iter().rev().find(|(known, _)| *known == name).copied()
    });
    index.prelude = found.collect();
    index.all.fns = index.fns.len();
    index.all.consts = index.consts.len();
    let defs = |(file, item): (usize, Item)| (file, item.def());
    let names = names.into_iter().map(|(name, all)| (name, all.into_iter().map(defs).collect()));
    (index, names.collect())
}

fn scan_file(
    index: &mut Index<'static>,
    names: &mut FxHashMap<&'static str, Vec<(usize, Item)>>,
    file: usize,
    text: &'static str,
) {
    let mut paths: Vec<&'static str> = Vec::new();
    let mut of_trait = None;
    for line in text.lines() {
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
                index.adts.push((file, arity(&rest[name.len()..])));
                Item::Adt(AdtId(index.adts.len() as u32 - 1))
            }
            "trait" => {
                index.traits.push(file);
                Item::Trait(TraitId(index.traits.len() as u32 - 1))
            }
            "type" => {
                index.aliases.push(file);
                Item::Alias(AliasId(index.aliases.len() as u32 - 1))
            }
            "fn" => {
                index.fns.push(file);
                Item::Fn(FnId(index.fns.len() as u32 - 1))
            }
            "const" | "static" => {
                index.consts.push(file);
                Item::Const(ConstId(index.consts.len() as u32 - 1))
            }
            "//=" => {
                // The item is in the file or in one before.
                let (path, of) = rest.split_once(' ').unwrap_or((rest, ""));
                let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
                if let Some((_, item)) = names.get(of).and_then(|known| known.last()) {
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
        names.entry(name).or_default().push((file, item));
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

/// The table of the text.
fn made() -> Vec<u8> {
    let defs = Defs::over(Library::of_text());
    (0..FILES.len()).for_each(|file| defs.load(file));
    let (mut index, _) = scan();
    index.all = defs.counts();
    let text = defs.library.text();
    let mut files: Vec<File> = (0..FILES.len()).map(|_| File::default()).collect();
    let tables = defs.library.tables.take();
    /// The items of a table with their ids, each taken out for good.
    fn out<I, T>(table: Vec<Option<Rc<T>>>, id: fn(u32) -> I) -> impl Iterator<Item = (usize, I, T)> {
        table.into_iter().enumerate().filter_map(move |(at, item)| {
            let item = Rc::into_inner(item?).expect("nobody else holds it");
            Some((at, id(at as u32), item))
        })
    }
    for (at, id, item) in out(tables.adts, AdtId) {
        files[index.adts[at].0].adts.push((id, item));
    }
    for (at, id, item) in out(tables.traits, TraitId) {
        files[index.traits[at]].traits.push((id, item));
    }
    for (at, id, item) in out(tables.aliases, AliasId) {
        files[index.aliases[at]].aliases.push((id, item));
    }
    for (at, id, item) in out(tables.fns, FnId) {
        let file = index.fns.get(at).copied();
        let file = file.unwrap_or_else(|| text.file_of(at, |counts| counts.fns));
        files[file].fns.push((id, item));
    }
    for (at, id, item) in out(tables.consts, ConstId) {
        let file = index.consts.get(at).copied();
        let file = file.unwrap_or_else(|| text.file_of(at, |counts| counts.consts));
        files[file].consts.push((id, item));
    }
    for (at, id, item) in out(tables.impls, ImplId) {
        files[text.file_of(at, |counts| counts.impls)].impls.push((id, item));
    }
    for (at, id, item) in out(tables.opaques, OpaqueId) {
        files[text.file_of(at, |counts| counts.opaques)].opaques.push((id, item));
    }
    let bytes: Vec<_> = files.iter().map(|file| postcard::to_allocvec(file).unwrap()).collect();
    let files = bytes.iter().map(Vec::as_slice).collect();
    postcard::to_allocvec(&Table { index, files }).unwrap()
}

#[test]
fn the_table_is_that_of_the_text() {
    let made = made();
    if std::env::var_os("UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rust/library/library.table");
        std::fs::write(path, &made).unwrap();
        return;
    }
    assert!(made == TABLE, "the text has changed: UPDATE=1 cargo test --lib the_table makes it anew");
}
