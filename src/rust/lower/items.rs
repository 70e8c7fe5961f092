//! Items, and the order in which they are declared.

use syn::Item;

use super::{Lowerer, Named};

impl Lowerer<'_> {
    /// Declares items and lowers their bodies. Items of a block are as visible as those of the file.
    pub(super) fn declare_items(&mut self, items: &[&Item]) {
        self.check_names(items);
        for item in items {
            self.declare_name(item);
        }
        for item in items {
            if let Item::Type(item) = item {
                let ty = self.generic_ty(&item.ty, &item.generics);
                self.names.insert(item.ident.to_string(), Named::Alias(ty));
            }
        }
        self.check_lifetimes(items);
        self.declare_fields(items);
        for item in items {
            self.derive(item);
        }
        let mut waiting = Vec::new();
        let traits = self.declare_traits(items);
        for item in items {
            match item {
                Item::Fn(item) => {
                    let index = self.declare_function(&item.sig, None, &mut waiting, &item.block);
                    self.names.insert(item.sig.ident.to_string(), Named::Function(index));
                }
                Item::Impl(item) => self.declare_impl(item, &traits, &mut waiting),
                Item::Const(item) => {
                    let name = item.ident.to_string();
                    let index = self.declare_constant(
                        &item.ident,
                        name.clone(),
                        &item.ty,
                        &item.expr,
                        &mut waiting,
                    );
                    self.names.insert(name, Named::Constant(index));
                }
                Item::Static(item) => {
                    let name = item.ident.to_string();
                    let index = self.declare_constant(
                        &item.ident,
                        name.clone(),
                        &item.ty,
                        &item.expr,
                        &mut waiting,
                    );
                    self.names.insert(name, Named::Static(index));
                }
                _ => {}
            }
        }
        self.check_copies(items);
        self.lower_bodies(waiting);
        let late = std::mem::take(&mut self.late);
        self.lower_bodies(late);
    }

    fn declare_name(&mut self, item: &Item) {
        match item {
            Item::Use(item) => {
                self.check_use(&item.tree);
                self.declare_use(&item.tree, &mut Vec::new());
            }
            Item::Struct(item) => self.declare_struct(item),
            Item::Enum(item) => self.declare_enum(item),
            // Once all types are known.
            Item::Type(_) => {}
            Item::Fn(_) | Item::Impl(_) | Item::Const(_) | Item::Trait(_) => {}
            Item::Static(item) if matches!(item.mutability, syn::StaticMutability::None) => {}
            item => self.refuse_item(item),
        }
    }

    fn declare_use(&mut self, tree: &syn::UseTree, path: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.declare_use(&tree.tree, path);
                path.pop();
            }
            syn::UseTree::Name(tree) => {
                let name = tree.ident.to_string();
                let full = if name == "self" {
                    path.clone()
                } else {
                    path.iter().cloned().chain([name]).collect()
                };
                let short = full.last().cloned().unwrap_or_default();
                self.uses.insert(short, full);
            }
            syn::UseTree::Rename(tree) => {
                let full = path.iter().cloned().chain([tree.ident.to_string()]).collect();
                self.uses.insert(tree.rename.to_string(), full);
            }
            syn::UseTree::Group(tree) => {
                for tree in &tree.items {
                    self.declare_use(tree, path);
                }
            }
            // `use Type::*` brings in the variants of an enum.
            syn::UseTree::Glob(_) => {
                if let [name] = &path[..] {
                    self.uses.insert(format!("{name}::*"), path.clone());
                }
            }
        }
    }
}
