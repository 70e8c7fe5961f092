//! From items to definitions: names first, then what each declares, then the signatures.

use std::collections::HashMap;
use std::rc::Rc;

use syn::{ImplItem, Item, Stmt, TraitItem};

use super::convert::{Scope, name_of};
use super::ty::{
    AdtId, AliasId, ConstId, FnId, ImplId, ModuleId, Predicate, TraitId, TraitRef, Ty,
};
use super::{Adt, Alias, AssocTy, Const, Conversion, Def, Defs, Form, Function, GenericParam};
use super::{Generics, Impl, ImplTrait, Module, ParamKind, Parent, Trait, USER, Variant};
use crate::rust::syntax::cfg::is_left_out;

/// A function with a body to check.
pub(in crate::rust) struct Body<'s> {
    pub(in crate::rust) function: FnId,
    pub(in crate::rust) signature: &'s syn::Signature,
    pub(in crate::rust) block: &'s syn::Block,
    pub(in crate::rust) scope: Scope,
}

/// A constant or `static` item with a value to check.
pub(in crate::rust) struct Value<'s> {
    pub(in crate::rust) id: ConstId,
    pub(in crate::rust) tree: &'s syn::Expr,
    pub(in crate::rust) scope: Scope,
}

/// What a program has to be checked, besides the definitions.
#[derive(Default)]
pub(in crate::rust) struct Collected<'s> {
    pub(in crate::rust) bodies: Vec<Body<'s>>,
    pub(in crate::rust) values: Vec<Value<'s>>,
    /// The items of blocks, by the byte the block begins at.
    pub(in crate::rust) blocks: HashMap<usize, ModuleId>,
}

/// Items that have names, and wait for what they declare.
#[derive(Default)]
struct Pending<'s> {
    structs: Vec<(AdtId, &'s syn::ItemStruct, Option<ModuleId>)>,
    enums: Vec<(AdtId, &'s syn::ItemEnum, Option<ModuleId>)>,
    traits: Vec<(TraitId, &'s syn::ItemTrait, Option<ModuleId>)>,
    impls: Vec<(&'s syn::ItemImpl, Option<ModuleId>)>,
    fns: Vec<(FnId, &'s syn::Signature, Option<&'s syn::Block>, Option<ModuleId>)>,
    consts: Vec<(ConstId, &'s syn::Type, Option<&'s syn::Expr>, Option<ModuleId>)>,
    aliases: Vec<(AliasId, &'s syn::ItemType, Option<ModuleId>)>,
}

pub(super) struct Collector<'s, 'd> {
    defs: &'d Defs,
    file: Option<usize>,
    pending: Pending<'s>,
    collected: Collected<'s>,
}

/// A method that has an id and no signature yet.
struct Late<'s> {
    id: FnId,
    signature: &'s syn::Signature,
    block: Option<&'s syn::Block>,
    scope: Scope,
    parent: Parent,
    around: Generics,
}

impl Defs {
    /// The definitions of a program.
    pub(in crate::rust) fn of<'s>(items: &'s [Item]) -> (Self, Collected<'s>) {
        let defs = Self::over(super::Library::take());
        let collector = Collector {
            defs: &defs,
            file: None,
            pending: Pending::default(),
            collected: Collected::default(),
        };
        let collected = collector.collect_program(items);
        (defs, collected)
    }

    /// The definitions of a library, and none besides.
    pub(super) fn over(library: super::Library) -> Self {
        Self {
            library,
            user: Default::default(),
            modules: vec![Module::default()].into(),
            imported: Default::default(),
            user_methods: Default::default(),
            depth: Default::default(),
            lengths: Default::default(),
        }
    }

    /// Keeps what was read of the library for the next program.
    pub(in crate::rust) fn close(self) {
        self.library.keep();
    }

    fn module(&self, id: ModuleId) -> std::cell::RefMut<'_, Module> {
        std::cell::RefMut::map(self.modules.borrow_mut(), |all| &mut all[id.0 as usize])
    }

    fn new_module(&self, parent: ModuleId, is_block: bool) -> ModuleId {
        let mut modules = self.modules.borrow_mut();
        modules.push(Module { parent: Some(parent), is_block, ..Module::default() });
        ModuleId(modules.len() as u32 - 1)
    }
}

impl<'s, 'd> Collector<'s, 'd> {
    #[cfg(test)]
    pub(super) fn of_library(defs: &'d Defs, file: usize) -> Self {
        let (pending, collected) = (Pending::default(), Collected::default());
        Self { defs, file: Some(file), pending, collected }
    }

    /// Reads a file of the library's text, whose names have ids already.
    #[cfg(test)]
    pub(super) fn collect(mut self, items: &'s [Item]) {
        let file = self.file.unwrap_or_default();
        let mut verbatim = Vec::new();
        for item in items {
            match item {
                Item::Verbatim(tokens) => {
                    let parsed = syn::parse2::<syn::TraitItemFn>(tokens.clone());
                    verbatim.push(parsed.expect("a function of the library's text"));
                }
                item => {
                    let def =
                        item_name(item).and_then(|name| self.defs.library.declared(&name, file));
                    self.declare(item, None, def);
                }
            }
        }
        let fns: Vec<_> = verbatim
            .iter()
            .filter_map(|item| {
                match self.defs.library.declared(&name_of(&item.sig.ident), file)? {
                    Def::Fn(id) => Some((id, &item.sig)),
                    _ => None,
                }
            })
            .collect();
        let scope = self.scope(None);
        self.define();
        for (id, signature) in fns {
            let around = Generics::default();
            let function = self.function(signature, scope.clone(), Parent::None, &around).0;
            self.defs.set_function(id, function);
        }
    }

    fn collect_program(mut self, items: &'s [Item]) -> Collected<'s> {
        self.declare_all(items, ModuleId(0));
        self.define();
        self.defs.import_traits();
        self.collected
    }

    fn declare_all(&mut self, items: &'s [Item], module: ModuleId) {
        for item in items {
            self.declare(item, Some(module), None);
        }
    }

    /// Gives an item its id and its name. `def`: the id it has already.
    fn declare(&mut self, item: &'s Item, module: Option<ModuleId>, def: Option<Def>) {
        let of_library = self.file.is_some();
        match item {
            Item::Struct(item) if !is_left_out(&item.attrs) => {
                let id = match def {
                    Some(Def::Adt(id)) => id,
                    _ => self.defs.new_adt(),
                };
                let params = self.shell(&item.generics);
                let name = name_of(&item.ident);
                let form = form_of(&item.fields);
                let variant = Variant { name: Rc::clone(&name), fields: Vec::new(), form };
                let adt = Adt { name, generics: params, is_enum: false, variants: vec![variant] };
                self.name(module, &item.ident, Def::Adt(id), form != Form::Named);
                self.defs.set_adt(id, adt);
                self.pending.structs.push((id, item, module));
            }
            Item::Enum(item) if !is_left_out(&item.attrs) => {
                let id = match def {
                    Some(Def::Adt(id)) => id,
                    _ => self.defs.new_adt(),
                };
                let variants = item.variants.iter().map(|variant| Variant {
                    name: name_of(&variant.ident),
                    fields: Vec::new(),
                    form: form_of(&variant.fields),
                });
                let variants = variants.collect();
                let name = name_of(&item.ident);
                let generics = self.shell(&item.generics);
                self.name(module, &item.ident, Def::Adt(id), false);
                self.defs.set_adt(id, Adt { name, generics, is_enum: true, variants });
                self.pending.enums.push((id, item, module));
            }
            Item::Trait(item) if !is_left_out(&item.attrs) => {
                let id = match def {
                    Some(Def::Trait(id)) => id,
                    _ => self.defs.new_trait(),
                };
                self.name(module, &item.ident, Def::Trait(id), false);
                let assoc = item.items.iter().filter_map(|item| match item {
                    TraitItem::Type(item) => Some(AssocTy {
                        name: name_of(&item.ident),
                        bounds: Vec::new(),
                        default: None,
                    }),
                    _ => None,
                });
                let generics = with_self(self.shell(&item.generics));
                let shell = Trait {
                    name: name_of(&item.ident),
                    generics,
                    supers: Vec::new(),
                    assoc: assoc.collect(),
                    methods: Vec::new(),
                    consts: Vec::new(),
                };
                self.defs.set_trait(id, shell);
                self.pending.traits.push((id, item, module));
            }
            Item::Impl(item) if !is_left_out(&item.attrs) => {
                self.pending.impls.push((item, module))
            }
            Item::Fn(item) if !is_left_out(&item.attrs) => {
                let id = self.defs.new_fn(of_library);
                self.value(module, &item.sig.ident, Def::Fn(id));
                self.pending.fns.push((id, &item.sig, Some(&item.block), module));
                self.declare_blocks(&item.block, module);
            }
            Item::Const(item) if !is_left_out(&item.attrs) => {
                let id = match def {
                    Some(Def::Const(id)) => id,
                    _ => self.defs.new_const(of_library),
                };
                self.value(module, &item.ident, Def::Const(id));
                self.pending.consts.push((id, &item.ty, Some(&item.expr), module));
            }
            Item::Static(item) if !is_left_out(&item.attrs) => {
                let id = self.defs.new_const(of_library);
                self.value(module, &item.ident, Def::Const(id));
                self.pending.consts.push((id, &item.ty, Some(&item.expr), module));
            }
            Item::Type(item) if !is_left_out(&item.attrs) => {
                let id = match def {
                    Some(Def::Alias(id)) => id,
                    _ => self.defs.new_alias(),
                };
                self.name(module, &item.ident, Def::Alias(id), false);
                self.pending.aliases.push((id, item, module));
            }
            Item::Mod(item) if !is_left_out(&item.attrs) => {
                if let (Some(module), Some((_, items))) = (module, &item.content) {
                    let within = self.defs.new_module(module, false);
                    self.name(Some(module), &item.ident, Def::Module(within), false);
                    self.declare_all(items, within);
                }
            }
            Item::Use(item) if !is_left_out(&item.attrs) => {
                if let Some(module) = module {
                    self.use_tree(&item.tree, Vec::new(), module);
                }
            }
            _ => {}
        }
    }

    /// The items of the blocks in a body.
    fn declare_blocks(&mut self, block: &'s syn::Block, around: Option<ModuleId>) {
        let Some(around) = around else { return };
        let mut module = around;
        if block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Item(_))) {
            module = self.defs.new_module(around, true);
            let start = block.brace_token.span.open().byte_range().start;
            self.collected.blocks.insert(start, module);
        }
        for stmt in &block.stmts {
            match stmt {
                Stmt::Item(item) => self.declare(item, Some(module), None),
                Stmt::Expr(tree, _) => self.declare_in(tree, module),
                Stmt::Local(local) => {
                    if let Some(init) = &local.init {
                        self.declare_in(&init.expr, module);
                    }
                }
                Stmt::Macro(_) => {}
            }
        }
    }

    fn declare_in(&mut self, tree: &'s syn::Expr, module: ModuleId) {
        use syn::Expr;
        let around = Some(module);
        match tree {
            Expr::Block(tree) => self.declare_blocks(&tree.block, around),
            Expr::Unsafe(tree) => self.declare_blocks(&tree.block, around),
            Expr::Loop(tree) => self.declare_blocks(&tree.body, around),
            Expr::While(tree) => self.declare_blocks(&tree.body, around),
            Expr::ForLoop(tree) => self.declare_blocks(&tree.body, around),
            Expr::If(tree) => {
                self.declare_blocks(&tree.then_branch, around);
                if let Some((_, tree)) = &tree.else_branch {
                    self.declare_in(tree, module);
                }
            }
            Expr::Match(tree) => {
                for arm in &tree.arms {
                    self.declare_in(&arm.body, module);
                }
            }
            Expr::Closure(tree) => self.declare_in(&tree.body, module),
            Expr::Call(tree) => tree.args.iter().for_each(|tree| self.declare_in(tree, module)),
            Expr::MethodCall(tree) => {
                self.declare_in(&tree.receiver, module);
                tree.args.iter().for_each(|tree| self.declare_in(tree, module));
            }
            Expr::Paren(tree) => self.declare_in(&tree.expr, module),
            Expr::Assign(tree) => self.declare_in(&tree.right, module),
            _ => {}
        }
    }

    fn use_tree(&mut self, tree: &syn::UseTree, mut path: Vec<Rc<str>>, module: ModuleId) {
        match tree {
            syn::UseTree::Path(tree) => {
                path.push(name_of(&tree.ident));
                self.use_tree(&tree.tree, path, module);
            }
            syn::UseTree::Name(tree) => {
                let mut name = name_of(&tree.ident);
                if *name == *"self" {
                    let Some(last) = path.last() else { return };
                    name = Rc::clone(last);
                } else {
                    path.push(Rc::clone(&name));
                }
                self.defs.module(module).uses.push((name, path.into()));
            }
            syn::UseTree::Rename(tree) => {
                if tree.ident != "self" {
                    path.push(name_of(&tree.ident));
                }
                self.defs.module(module).uses.push((name_of(&tree.rename), path.into()));
            }
            syn::UseTree::Glob(_) => self.defs.module(module).globs.push(path.into()),
            syn::UseTree::Group(tree) => {
                for tree in &tree.items {
                    self.use_tree(tree, path.clone(), module);
                }
            }
        }
    }

    fn name(&self, module: Option<ModuleId>, ident: &syn::Ident, def: Def, also_value: bool) {
        if let Some(module) = module {
            let mut module = self.defs.module(module);
            if also_value {
                module.values.insert(name_of(ident), def.clone());
            }
            module.types.insert(name_of(ident), def);
        }
    }

    fn value(&self, module: Option<ModuleId>, ident: &syn::Ident, def: Def) {
        if let Some(module) = module {
            self.defs.module(module).values.insert(name_of(ident), def);
        }
    }

    /// The parameters of an item, without bounds and defaults.
    fn shell(&self, tree: &syn::Generics) -> Generics {
        self.defs.declare_params(&mut self.scope(None), tree, &Generics::default())
    }

    fn scope(&self, module: Option<ModuleId>) -> Scope {
        Scope { module, file: self.file, ..Scope::default() }
    }

    /// What the declared items are.
    fn define(&mut self) {
        let mut pending = std::mem::take(&mut self.pending);
        // Values of constants may be lengths in types, and aliases may name each other.
        for _ in 0..2 {
            for (id, _, tree, module) in &pending.consts {
                if let Some(tree) = tree
                    && let Ty::Len(value) =
                        Conversion::new(self.defs, &self.scope(*module)).length(tree)
                {
                    self.defs.lengths.borrow_mut().insert(*id, value);
                }
            }
            for (id, tree, module) in &pending.aliases {
                let mut scope = self.scope(*module);
                let mut generics =
                    self.defs.declare_params(&mut scope, &tree.generics, &Generics::default());
                self.defs.bound_params(&mut scope, &tree.generics, &mut generics);
                let ty = Conversion::new(self.defs, &scope).ty(&tree.ty);
                self.defs.set_alias(*id, Alias { generics, ty });
            }
        }
        let mut late = Vec::new();
        for (id, tree, module) in std::mem::take(&mut pending.traits) {
            self.define_trait(id, tree, module, &mut late);
        }
        for (id, tree, module) in &pending.structs {
            let (generics, scope) = self.generics_of(&tree.generics, *module);
            let fields = self.fields(&tree.fields, &scope, &generics, *id);
            let name = name_of(&tree.ident);
            let form = form_of(&tree.fields);
            let variants = vec![Variant { name: Rc::clone(&name), fields, form }];
            self.defs.derive(&tree.attrs, *id, &generics, self.file.is_some());
            self.defs.set_adt(*id, Adt { name, generics, is_enum: false, variants });
        }
        for (id, tree, module) in &pending.enums {
            let (generics, scope) = self.generics_of(&tree.generics, *module);
            let variants = tree.variants.iter().map(|variant| Variant {
                name: name_of(&variant.ident),
                fields: self.fields(&variant.fields, &scope, &generics, *id),
                form: form_of(&variant.fields),
            });
            let variants = variants.collect();
            self.defs.derive(&tree.attrs, *id, &generics, self.file.is_some());
            let name = name_of(&tree.ident);
            self.defs.set_adt(*id, Adt { name, generics, is_enum: true, variants });
        }
        for (tree, module) in std::mem::take(&mut pending.impls) {
            self.define_impl(tree, module, &mut late);
        }
        for (id, signature, block, module) in std::mem::take(&mut pending.fns) {
            let scope = self.scope(module);
            let (parent, around) = (Parent::None, Generics::default());
            late.push(Late { id, signature, block, scope, parent, around });
        }
        for (id, ty, tree, module) in std::mem::take(&mut pending.consts) {
            let scope = self.scope(module);
            let ty = Conversion::new(self.defs, &scope).ty(ty);
            self.defs.set_constant(id, Const { ty });
            if let Some(tree) = tree {
                self.collected.values.push(Value { id, tree, scope });
            }
        }
        for Late { id, signature, block, scope, parent, around } in late {
            let (function, scope) = self.function(signature, scope, parent, &around);
            self.defs.set_function(id, function);
            if let Some(block) = block
                && self.file.is_none()
            {
                self.collected.bodies.push(Body { function: id, signature, block, scope });
            }
        }
    }

    fn generics_of(&self, tree: &syn::Generics, module: Option<ModuleId>) -> (Generics, Scope) {
        let mut scope = self.scope(module);
        let mut generics = self.defs.declare_params(&mut scope, tree, &Generics::default());
        self.defs.bound_params(&mut scope, tree, &mut generics);
        (generics, scope)
    }

    fn fields(
        &self,
        tree: &syn::Fields,
        scope: &Scope,
        generics: &Generics,
        id: AdtId,
    ) -> Vec<(Rc<str>, Ty)> {
        let mut scope = scope.clone();
        scope.self_ty = Some(Ty::Adt(id, generics.identity()));
        let fields = tree.iter().enumerate().map(|(index, field)| {
            let name = match &field.ident {
                Some(ident) => name_of(ident),
                None => index.to_string().into(),
            };
            (name, Conversion::new(self.defs, &scope).ty(&field.ty))
        });
        fields.collect()
    }

    fn define_trait(
        &mut self,
        id: TraitId,
        tree: &'s syn::ItemTrait,
        module: Option<ModuleId>,
        late: &mut Vec<Late<'s>>,
    ) {
        let mut scope = self.scope(module);
        let own = Ty::Param(0, "Self".into());
        scope.self_ty = Some(own.clone());
        let before = with_self(Generics::default());
        let mut generics = self.defs.declare_params(&mut scope, &tree.generics, &before);
        generics.parent = 1;
        let this = TraitRef { id, args: generics.identity() };
        scope.of_trait = Some(this.clone());
        scope.predicates.push(Predicate::Trait(this.clone()));
        let mut supers = self.scope(module);
        supers.self_ty = Some(own.clone());
        supers.params = scope.params.clone();
        self.defs.add_bounds(&mut supers, &own, &tree.supertraits, false);
        self.defs.add_bounds(&mut supers, &own, &tree.supertraits, true);
        // So that `Self::Item` of a supertrait is found in what follows.
        let known = self.defs.known_trait(id).expect("a declared trait has a shell");
        let names = known.assoc.iter().map(|assoc| AssocTy {
            name: Rc::clone(&assoc.name),
            bounds: Vec::new(),
            default: None,
        });
        let mut item = Trait {
            name: Rc::clone(&known.name),
            generics: generics.clone(),
            supers: supers.predicates,
            assoc: names.collect(),
            methods: Vec::new(),
            consts: Vec::new(),
        };
        self.defs.set_trait(id, Trait { assoc: copied(&item.assoc), ..shallow(&item) });
        self.defs.bound_params(&mut scope, &tree.generics, &mut generics);
        let mut index = 0;
        for part in &tree.items {
            match part {
                TraitItem::Type(part) => {
                    let of = Ty::Projection(id, index, generics.identity());
                    let mut bounds = scope.clone();
                    bounds.predicates = Vec::new();
                    self.defs.add_bounds(&mut bounds, &of, &part.bounds, false);
                    self.defs.add_bounds(&mut bounds, &of, &part.bounds, true);
                    let default = part.default.as_ref();
                    let default =
                        default.map(|(_, tree)| Conversion::new(self.defs, &scope).ty(tree));
                    let assoc = &mut item.assoc[index as usize];
                    (assoc.bounds, assoc.default) = (bounds.predicates, default);
                    index += 1;
                }
                TraitItem::Fn(part) => {
                    let name = name_of(&part.sig.ident);
                    let method = self.defs.new_fn(self.file.is_some());
                    item.methods.push((Rc::clone(&name), method));
                    if self.file.is_none() {
                        let mut methods = self.defs.user_methods.borrow_mut();
                        methods.entry(name).or_default().push(id);
                    }
                    if let Some(block) = &part.default {
                        self.declare_late_blocks(block, module);
                    }
                    late.push(Late {
                        id: method,
                        signature: &part.sig,
                        block: part.default.as_ref(),
                        scope: scope.clone(),
                        parent: Parent::Trait(id),
                        around: generics.clone(),
                    });
                }
                TraitItem::Const(part) => {
                    let constant = self.defs.new_const(self.file.is_some());
                    let ty = Conversion::new(self.defs, &scope).ty(&part.ty);
                    self.defs.set_constant(constant, Const { ty });
                    item.consts.push((name_of(&part.ident), constant));
                    if let Some((_, tree)) = &part.default {
                        let scope = scope.clone();
                        self.collected.values.push(Value { id: constant, tree, scope });
                    }
                }
                _ => {}
            }
        }
        item.generics = generics;
        self.defs.set_trait(id, item);
    }

    fn define_impl(
        &mut self,
        tree: &'s syn::ItemImpl,
        module: Option<ModuleId>,
        late: &mut Vec<Late<'s>>,
    ) {
        let mut scope = self.scope(module);
        let mut generics =
            self.defs.declare_params(&mut scope, &tree.generics, &Generics::default());
        let self_ty = Conversion::new(self.defs, &scope).ty(&tree.self_ty);
        scope.self_ty = Some(self_ty.clone());
        self.defs.bound_params(&mut scope, &tree.generics, &mut generics);
        let mut of = None;
        if let Some((path, _)) = &tree.trait_ {
            let known = Conversion::new(self.defs, &scope).trait_ref(path, self_ty.clone());
            let Some((known, _)) = known else {
                // The methods of a trait that is not known are still those of the type.
                self.define_methods(tree, None, self_ty, scope, generics, late);
                return;
            };
            of = Some(known);
        }
        self.define_methods(tree, of, self_ty, scope, generics, late);
    }

    fn define_methods(
        &mut self,
        tree: &'s syn::ItemImpl,
        of: Option<TraitRef>,
        self_ty: Ty,
        mut scope: Scope,
        generics: Generics,
        late: &mut Vec<Late<'s>>,
    ) {
        let of_library = self.file.is_some();
        scope.of_trait.clone_from(&of);
        let mut item = Impl {
            generics: generics.clone(),
            of,
            self_ty,
            assoc: Vec::new(),
            methods: Vec::new(),
            consts: Vec::new(),
        };
        let id = self.defs.add_impl(of_library, copy_of(&item));
        let module = scope.module;
        for part in &tree.items {
            if let ImplItem::Type(part) = part {
                let name = name_of(&part.ident);
                let ty = Conversion::new(self.defs, &scope).ty(&part.ty);
                let assoc = item.of.as_ref().and_then(|of| self.defs.find_assoc(of, &name));
                if let Some((_, index)) = assoc {
                    item.assoc.push((index, ty.clone()));
                }
                scope.assoc.push((name, ty));
            }
        }
        for part in &tree.items {
            match part {
                ImplItem::Fn(part) => {
                    let method = self.defs.new_fn(of_library);
                    item.methods.push((name_of(&part.sig.ident), method));
                    self.declare_late_blocks(&part.block, module);
                    late.push(Late {
                        id: method,
                        signature: &part.sig,
                        block: Some(&part.block),
                        scope: scope.clone(),
                        parent: Parent::Impl(id),
                        around: generics.clone(),
                    });
                }
                ImplItem::Verbatim(tokens) if of_library => {
                    self.verbatim(tokens, &mut item, id, &scope, &generics);
                }
                ImplItem::Const(part) => {
                    let constant = self.defs.new_const(of_library);
                    let ty = Conversion::new(self.defs, &scope).ty(&part.ty);
                    self.defs.set_constant(constant, Const { ty });
                    if let Ty::Len(value) = Conversion::new(self.defs, &scope).length(&part.expr) {
                        self.defs.lengths.borrow_mut().insert(constant, value);
                    }
                    item.consts.push((name_of(&part.ident), constant));
                    if !of_library {
                        let (tree, scope) = (&part.expr, scope.clone());
                        self.collected.values.push(Value { id: constant, tree, scope });
                    }
                }
                _ => {}
            }
        }
        self.defs.set_impl(id, item);
    }

    /// A method or constant of the library, which has no body.
    fn verbatim(
        &self,
        tokens: &proc_macro2::TokenStream,
        item: &mut Impl,
        id: ImplId,
        scope: &Scope,
        generics: &Generics,
    ) {
        if let Ok(part) = syn::parse2::<syn::TraitItemFn>(tokens.clone()) {
            let method = self.defs.new_fn(true);
            let scope = scope.clone();
            let function = self.function(&part.sig, scope, Parent::Impl(id), generics).0;
            self.defs.set_function(method, function);
            item.methods.push((name_of(&part.sig.ident), method));
            return;
        }
        let part = syn::parse2::<syn::TraitItemConst>(tokens.clone());
        let part = part.unwrap_or_else(|_| panic!("the library's text: {tokens}"));
        let constant = self.defs.new_const(true);
        let ty = Conversion::new(self.defs, scope).ty(&part.ty);
        self.defs.set_constant(constant, Const { ty });
        item.consts.push((name_of(&part.ident), constant));
    }

    /// Items in the blocks of a method: they are declared at once.
    fn declare_late_blocks(&mut self, block: &'s syn::Block, module: Option<ModuleId>) {
        if self.file.is_some() {
            return;
        }
        self.declare_blocks(block, module);
        if !self.pending.is_empty() {
            self.define();
        }
    }

    fn function(
        &self,
        tree: &syn::Signature,
        mut scope: Scope,
        parent: Parent,
        around: &Generics,
    ) -> (Function, Scope) {
        if let Parent::Trait(_) = parent
            && let Some(of) = &scope.of_trait
        {
            let bound = Predicate::Trait(of.clone());
            if !scope.predicates.contains(&bound) {
                scope.predicates.push(bound);
            }
        }
        let mut generics = self.defs.declare_params(&mut scope, &tree.generics, around);
        self.defs.bound_params(&mut scope, &tree.generics, &mut generics);
        let mut inputs = Vec::new();
        let mut conversion = Conversion::new(self.defs, &scope);
        let own = scope.self_ty.clone().unwrap_or(Ty::Unknown);
        conversion.impl_trait = ImplTrait::Argument(generics.params.len(), Vec::new(), Vec::new());
        for input in &tree.inputs {
            inputs.push(match input {
                syn::FnArg::Receiver(receiver) => match &receiver.kind {
                    syn::ReceiverKind::Value => own.clone(),
                    syn::ReceiverKind::Reference(_, _, mutable) => {
                        Ty::reference(mutable.is_some(), own.clone())
                    }
                    syn::ReceiverKind::Typed(_, tree) => conversion.ty(tree),
                    _ => Ty::Unknown,
                },
                syn::FnArg::Typed(input) => conversion.ty(&input.ty),
            });
        }
        if let ImplTrait::Argument(_, params, predicates) = conversion.impl_trait {
            generics.params.extend(params);
            generics.predicates.extend(predicates);
        }
        let mut conversion = Conversion::new(self.defs, &scope);
        if !matches!(parent, Parent::Trait(_)) {
            conversion.impl_trait = ImplTrait::Return(generics.identity());
        }
        let output = conversion.output(&tree.output);
        let has_self = matches!(tree.inputs.first(), Some(syn::FnArg::Receiver(_)));
        let at = if self.file.is_some() { 0 } else { tree.ident.span().byte_range().start };
        let name = name_of(&tree.ident);
        scope.predicates.clone_from(&generics.predicates);
        (Function { name, generics, inputs, output, has_self, parent, at }, scope)
    }
}

impl Pending<'_> {
    fn is_empty(&self) -> bool {
        self.structs.is_empty()
            && self.enums.is_empty()
            && self.traits.is_empty()
            && self.impls.is_empty()
            && self.fns.is_empty()
            && self.consts.is_empty()
            && self.aliases.is_empty()
    }
}

/// `Self` before the parameters of a trait.
fn with_self(generics: Generics) -> Generics {
    let own = GenericParam { name: "Self".into(), kind: ParamKind::Type, default: None };
    let params = std::iter::once(own).chain(generics.params).collect();
    Generics { params, parent: 1, predicates: generics.predicates }
}

fn copied(assoc: &[AssocTy]) -> Vec<AssocTy> {
    let copy = |assoc: &AssocTy| AssocTy {
        name: Rc::clone(&assoc.name),
        bounds: assoc.bounds.clone(),
        default: assoc.default.clone(),
    };
    assoc.iter().map(copy).collect()
}

fn shallow(item: &Trait) -> Trait {
    Trait {
        name: Rc::clone(&item.name),
        generics: item.generics.clone(),
        supers: item.supers.clone(),
        assoc: Vec::new(),
        methods: Vec::new(),
        consts: Vec::new(),
    }
}

fn copy_of(item: &Impl) -> Impl {
    Impl {
        generics: item.generics.clone(),
        of: item.of.clone(),
        self_ty: item.self_ty.clone(),
        assoc: item.assoc.clone(),
        methods: item.methods.clone(),
        consts: item.consts.clone(),
    }
}

fn form_of(fields: &syn::Fields) -> Form {
    match fields {
        syn::Fields::Named(_) => Form::Named,
        syn::Fields::Unnamed(_) => Form::Tuple,
        syn::Fields::Unit => Form::Unit,
    }
}

#[cfg(test)]
fn item_name(item: &Item) -> Option<Rc<str>> {
    Some(name_of(match item {
        Item::Struct(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Const(item) => &item.ident,
        _ => return None,
    }))
}

impl Defs {
    fn new_adt(&self) -> AdtId {
        let mut user = self.user.borrow_mut();
        user.adts.push(None);
        AdtId(USER + user.adts.len() as u32 - 1)
    }

    fn new_trait(&self) -> TraitId {
        let mut user = self.user.borrow_mut();
        user.traits.push(None);
        TraitId(USER + user.traits.len() as u32 - 1)
    }

    fn new_alias(&self) -> AliasId {
        let mut user = self.user.borrow_mut();
        user.aliases.push(None);
        AliasId(USER + user.aliases.len() as u32 - 1)
    }

    fn new_fn(&self, of_library: bool) -> FnId {
        let mut tables = self.tables(of_library);
        tables.fns.push(None);
        let base = if of_library { 0 } else { USER };
        FnId(base + tables.fns.len() as u32 - 1)
    }

    fn new_const(&self, of_library: bool) -> ConstId {
        let mut tables = self.tables(of_library);
        tables.consts.push(None);
        let base = if of_library { 0 } else { USER };
        ConstId(base + tables.consts.len() as u32 - 1)
    }

    /// The traits of the library that the program's `use` items name.
    fn import_traits(&self) {
        let count = self.modules.borrow().len();
        for index in 0..count {
            let module = ModuleId(index as u32);
            let (uses, globs) = {
                let module = &self.modules.borrow()[index];
                (module.uses.clone(), module.globs.clone())
            };
            for (_, path) in uses {
                if let Some(found) = self.resolve(module, &path, super::Namespace::Types)
                    && let Def::Trait(id) = found.def
                {
                    self.imported.borrow_mut().insert(id);
                }
            }
            for path in globs {
                let found = self.resolve(module, &path, super::Namespace::Types);
                if let Some(Def::Library(path)) = found.map(|found| found.def) {
                    let traits = self.library.items(path).filter_map(|(_, def)| match def {
                        Def::Trait(id) => Some(id),
                        _ => None,
                    });
                    self.imported.borrow_mut().extend(traits);
                }
            }
        }
    }
}
