//! Modules: their items are taken as if they stood in the file itself, as long as no two have the same
//! name. Who may see what is not checked.

use rustc_hash::FxHashSet;
use syn::Item;

use super::Lowerer;

/// A name in the space of types, or in that of values.
type Name = (bool, String);

impl<'s> Lowerer<'s> {
    /// The items of a file together with those of its modules. A module whose names are taken stays
    /// as it is, to be refused.
    pub(super) fn with_modules(&mut self, items: &'s [Item]) -> Vec<&'s Item> {
        let mut taken: FxHashSet<Name> = items.iter().filter_map(name_of).collect();
        self.flattened(items, &mut taken)
    }

    fn flattened(&mut self, items: &'s [Item], taken: &mut FxHashSet<Name>) -> Vec<&'s Item> {
        let mut all = Vec::new();
        for item in items {
            let within = match item {
                Item::Mod(module) if module.attrs.is_empty() => {
                    let content = module.content.as_ref();
                    content.map(|(_, within)| (module.ident.to_string(), within))
                }
                _ => None,
            };
            let Some((name, within)) = within else {
                all.push(item);
                continue;
            };
            let names: Vec<Name> = within.iter().filter_map(name_of).collect();
            if names.iter().any(|name| taken.contains(name)) {
                all.push(item);
                continue;
            }
            taken.extend(names);
            self.modules.insert(name);
            let within = self.flattened(within, taken);
            all.extend(within);
        }
        all
    }

    /// Leaves out of a path what leads into modules of the file.
    pub(super) fn without_modules(&self, segments: &mut Vec<String>) {
        let leads = |name: &str| {
            matches!(name, "crate" | "self" | "super")
                || self.modules.contains(name) && !self.names.contains_key(name)
        };
        let count = segments.iter().take_while(|segment| leads(segment)).count();
        segments.drain(..count.min(segments.len() - 1));
    }
}

/// The name that an item declares, and whether it is one of a type.
fn name_of(item: &Item) -> Option<Name> {
    let (is_type, name) = match item {
        Item::Const(item) => (false, &item.ident),
        Item::Enum(item) => (true, &item.ident),
        Item::Fn(item) => (false, &item.sig.ident),
        Item::Static(item) => (false, &item.ident),
        Item::Struct(item) => (true, &item.ident),
        Item::Trait(item) => (true, &item.ident),
        Item::Type(item) => (true, &item.ident),
        _ => return None,
    };
    Some((is_type, name.to_string()))
}
