//! Functions, types, traits, constants.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use syn::{FnArg, ImplItem, Item, TraitItem};

use super::super::diagnostic::Diagnostic;
use super::super::functions::from_key;
use super::super::ir::{Field, Form, Function, Kind, Param, Receiver, Scope, Shape, Type, Variant};
use super::context::{Context, Variable};
use super::traits::Trait;
use super::types::{self, Ty};
use super::{Lowerer, Named, Parameter, Signature, span};

/// A function whose body waits until all names are known.
struct Waiting<'a> {
    index: u32,
    sig: &'a syn::Signature,
    block: &'a syn::Block,
    self_type: Option<Rc<str>>,
}

impl Lowerer<'_> {
    /// Declares items and lowers their bodies. Items of a block are as visible as those of the file.
    pub(super) fn declare_items(&mut self, items: &[&Item]) {
        self.check_names(items);
        for item in items {
            self.declare_name(item);
        }
        self.declare_fields(items);
        let mut waiting = Vec::new();
        for item in items {
            if let Item::Trait(item) = item {
                self.declare_trait(item, &mut waiting);
            }
        }
        for item in items {
            match item {
                Item::Fn(item) => {
                    let index = self.declare_function(&item.sig, None, &mut waiting, &item.block);
                    self.names.insert(item.sig.ident.to_string(), Named::Function(index));
                }
                Item::Impl(item) => self.declare_impl(item, &mut waiting),
                Item::Const(item) => {
                    let name = item.ident.to_string();
                    self.declare_constant(&item.ident, name, &item.ty, &item.expr);
                }
                _ => {}
            }
        }
        self.check_copies(items);
        for function in waiting {
            let outside = std::mem::replace(&mut self.self_type, function.self_type);
            let lowered = self.function(function.index, function.sig, function.block);
            self.functions[function.index as usize] = Some(Rc::new(lowered));
            self.self_type = outside;
        }
    }

    fn declare_name(&mut self, item: &Item) {
        match item {
            Item::Use(item) => {
                self.check_use(&item.tree);
                self.declare_use(&item.tree, &mut Vec::new());
            }
            Item::Struct(item) => {
                let variant = self.variant(&item.ident, &item.fields);
                self.declare_type(&item.ident, &item.attrs, vec![variant], false);
            }
            Item::Enum(item) => {
                let variants = item.variants.iter();
                let variants =
                    variants.map(|variant| self.variant(&variant.ident, &variant.fields));
                let variants = variants.collect();
                self.declare_type(&item.ident, &item.attrs, variants, true);
            }
            Item::Type(item) => {
                let ty = self.ty(&item.ty);
                self.names.insert(item.ident.to_string(), Named::Alias(ty));
            }
            Item::Fn(_) | Item::Impl(_) | Item::Const(_) | Item::Trait(_) => {}
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

    fn variant(&mut self, name: &syn::Ident, fields: &syn::Fields) -> Variant {
        let form = match fields {
            syn::Fields::Named(_) => Form::Named,
            syn::Fields::Unnamed(_) => Form::Tuple,
            syn::Fields::Unit => Form::Unit,
        };
        let fields = fields.iter().enumerate().map(|(index, field)| Field {
            name: match &field.ident {
                Some(name) => name.to_string().into(),
                None => index.to_string().into(),
            },
            span: self.span(span::ty(&field.ty)),
            shape: types::shape(&field.ty),
        });
        let fields = fields.collect();
        Variant { name: name.to_string().into(), fields, form, span: self.span_of(name.span()) }
    }

    fn declare_type(
        &mut self,
        ident: &syn::Ident,
        attributes: &[syn::Attribute],
        variants: Vec<Variant>,
        is_enum: bool,
    ) {
        let derived: Vec<String> = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("derive"))
            .filter_map(|attribute| match &attribute.meta {
                syn::Meta::List(list) => Some(list.tokens.to_string()),
                _ => None,
            })
            .collect();
        let traits = derived.iter().flat_map(|list| list.split([',', ' ', ':']));
        let traits: Vec<Rc<str>> = traits.filter(|word| !word.is_empty()).map(Rc::from).collect();
        let derives = |name: &str| traits.iter().any(|known| **known == *name);
        let name: Rc<str> = ident.to_string().into();
        let class = Type {
            name: Rc::clone(&name),
            is_enum,
            is_copy: Cell::new(derives("Copy")),
            variants,
            drop: Cell::new(None),
            traits: RefCell::new(traits),
            span: self.span_of(ident.span()),
        };
        self.names.insert(name.to_string(), Named::Type(Rc::new(class)));
    }

    fn declare_trait<'a>(&mut self, item: &'a syn::ItemTrait, waiting: &mut Vec<Waiting<'a>>) {
        let name = item.ident.to_string();
        let methods = self.trait_methods(item);
        let mut defaults = Vec::new();
        for item in &item.items {
            if let TraitItem::Fn(method) = item
                && let Some(block) = &method.default
            {
                let index = self.declare_function(&method.sig, None, waiting, block);
                defaults.push((method.sig.ident.to_string().into(), index));
            }
        }
        self.names.insert(name.clone(), Named::Trait);
        self.traits.insert(name, Trait { defaults, methods });
    }

    fn declare_impl<'a>(&mut self, item: &'a syn::ItemImpl, waiting: &mut Vec<Waiting<'a>>) {
        let Some(name) = type_name(&item.self_ty) else {
            self.not_supported(
                span::ty(&item.self_ty),
                "an `impl` for this type is outside of what the playground runs",
                "implement it for a struct or enum of your own",
            );
            return;
        };
        let trait_name = item.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        let trait_name = trait_name.map(|segment| segment.ident.to_string());
        if let (Some(Named::Type(class)), Some(of)) = (self.names.get(&*name), &trait_name) {
            class.traits.borrow_mut().push(of.as_str().into());
            if of == "Copy" {
                class.is_copy.set(true);
            }
        }
        let converts = item.trait_.as_ref().and_then(|(path, _)| converted_type(path));
        let mut own = Vec::new();
        for item in &item.items {
            match item {
                ImplItem::Fn(method) => {
                    let method_name: Rc<str> = method.sig.ident.to_string().into();
                    let self_type = Some(Rc::clone(&name));
                    let index =
                        self.declare_function(&method.sig, self_type, waiting, &method.block);
                    own.push(Rc::clone(&method_name));
                    if trait_name.as_deref() == Some("Drop") {
                        self.declare_drop(&name, index);
                    } else {
                        if let Some(from) = &converts {
                            let key = (Rc::clone(&name), from_key(from));
                            self.methods.insert(key, index);
                        }
                        let key = (Rc::clone(&name), trait_key(trait_name.as_deref(), method_name));
                        self.methods.insert(key, index);
                    }
                }
                ImplItem::Const(constant) => {
                    let outside = self.self_type.replace(Rc::clone(&name));
                    let full = format!("{name}::{}", constant.ident);
                    self.declare_constant(&constant.ident, full, &constant.ty, &constant.expr);
                    self.self_type = outside;
                }
                _ => {}
            }
        }
        self.check_impl(item);
        let of = trait_name.and_then(|name| self.traits.get(&name).cloned());
        for (method, index) in of.unwrap_or_default().defaults {
            if !own.contains(&method) {
                self.methods.insert((Rc::clone(&name), method), index);
            }
        }
    }

    fn declare_drop(&mut self, name: &str, index: u32) {
        if let Some(Named::Type(class)) = self.names.get(name) {
            class.drop.set(Some(index));
        }
    }

    /// Declares a constant, whose expression is evaluated anew wherever it is named.
    fn declare_constant(
        &mut self,
        ident: &syn::Ident,
        name: String,
        ty: &syn::Type,
        value: &syn::Expr,
    ) {
        let returns = self.ty(ty);
        let span = self.span_of(ident.span());
        let name: Rc<str> = name.into();
        let index = self.functions.len() as u32;
        self.functions.push(None);
        self.signatures.push(Signature {
            name: Rc::clone(&name),
            params: Vec::new(),
            receiver: None,
            receiver_mutable: false,
            returns,
            span,
            head: span,
            self_span: None,
            diverges: false,
        });
        self.names.insert(name.to_string(), Named::Constant(index));
        self.contexts.push(Context::new(None));
        let (body, _) = match value {
            // What a constant borrows lives as long as the program.
            syn::Expr::Reference(reference) => {
                let (value, ty) = self.expr(&reference.expr);
                let kind = super::super::ir::Kind::Promoted(Box::new(value));
                (super::super::ir::Expr { span, kind }, ty)
            }
            value => self.expr(value),
        };
        let context = self.contexts.pop().expect("it was pushed above");
        let scope = self.scope(&name, 0..context.slots, span.line, span.line);
        self.functions[index as usize] = Some(Rc::new(Function {
            name,
            params: Vec::new(),
            receiver: None,
            captures: Vec::new(),
            diverges: false,
            gives: None,
            once: false,
            slots: context.slots,
            depth: context.deepest,
            scope,
            body,
            returns: types::shape(ty),
            declared: context.declared,
            field_types: context.field_types,
        }));
    }

    fn declare_function<'a>(
        &mut self,
        sig: &'a syn::Signature,
        self_type: Option<Rc<str>>,
        waiting: &mut Vec<Waiting<'a>>,
        block: &'a syn::Block,
    ) -> u32 {
        let index = self.functions.len() as u32;
        self.functions.push(None);
        if let Some(word) = &sig.asyncness {
            self.not_supported(
                word.span.byte_range(),
                "`async` is outside of what the playground runs",
                "write a plain function: the playground has one thread",
            );
        }
        let outside = std::mem::replace(&mut self.self_type, self_type.clone());
        let returns = match &sig.output {
            syn::ReturnType::Default => Ty::Plain("()"),
            syn::ReturnType::Type(_, ty) => self.generic_ty(ty, &sig.generics),
        };
        let params = sig.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(typed) => {
                let ty = self.generic_ty(&typed.ty, &sig.generics);
                Some(Parameter { ty, span: self.span(span::ty(&typed.ty)) })
            }
            FnArg::Receiver(_) => None,
        });
        let params = params.collect();
        self.self_type = outside;
        let (receiver, receiver_mutable) = match sig.receiver() {
            Some(receiver) => match &receiver.kind {
                syn::ReceiverKind::Reference(_, _, mutability) => {
                    (Some(Receiver::Reference), mutability.is_some())
                }
                syn::ReceiverKind::Typed(_, ty) if matches!(&**ty, syn::Type::Reference(_)) => {
                    (Some(Receiver::Reference), false)
                }
                _ => (Some(Receiver::Value), false),
            },
            None => (None, false),
        };
        self.signatures.push(Signature {
            name: sig.ident.to_string().into(),
            params,
            receiver,
            receiver_mutable,
            returns,
            span: self.span_of(sig.ident.span()),
            head: self.span(span::signature(sig)),
            self_span: sig.receiver().map(|receiver| self.span(span::receiver(receiver))),
            diverges: matches!(&sig.output, syn::ReturnType::Type(_, ty)
                if matches!(**ty, syn::Type::Never(_))),
        });
        waiting.push(Waiting { index, sig, block, self_type });
        index
    }

    fn function(&mut self, index: u32, sig: &syn::Signature, block: &syn::Block) -> Function {
        let contexts = std::mem::take(&mut self.contexts);
        let wanted = self.wanted.take();
        self.contexts.push(Context::new(None));
        let params = self.params(sig);
        self.wanted = match &sig.output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => types::wanted(ty),
        };
        self.context().fails = match &sig.output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => error_type(ty),
        };
        let returns = self.signatures[index as usize].returns.clone();
        self.context().returns = returns.clone();
        self.context().body_starts = span::block(block).start as u32;
        self.context().named = Some(self.signatures[index as usize].span);
        let gives = match (&sig.output, &returns) {
            (syn::ReturnType::Type(_, ty), returns) if !returns.is_unit_or_never(ty) => Some(&**ty),
            _ => None,
        };
        let (body, ty) = self.body(block);
        if let Kind::Block(tree) = &body.kind
            && let Some(tail) = &tree.tail
            && tail.is_single_value()
        {
            let because = gives.map(|ty| (self.span(span::ty(ty)), "the function returns this"));
            self.expect(tail.span, &ty, &returns, because);
        }
        let context = self.contexts.pop().expect("it was pushed above");
        self.contexts = contexts;
        self.wanted = wanted;
        let label = match &self.self_type {
            Some(name) => format!("{name}::{}", sig.ident),
            None => sig.ident.to_string(),
        };
        let braces = block.brace_token.span;
        let first = self.span_of(sig.fn_token.span).line;
        let last = self.span_of(braces.close()).line;
        let signature = &self.signatures[index as usize];
        Function {
            name: Rc::clone(&signature.name),
            params,
            receiver: signature.receiver,
            captures: Vec::new(),
            diverges: signature.diverges,
            gives: gives.map(|ty| self.span(span::ty(ty))),
            once: false,
            slots: context.slots,
            depth: context.deepest,
            scope: self.scope(&label, 0..context.slots, first, last),
            body,
            returns: match &sig.output {
                syn::ReturnType::Default => Shape::Any,
                syn::ReturnType::Type(_, ty) => types::shape(ty),
            },
            declared: context.declared,
            field_types: context.field_types,
        }
    }

    fn params(&mut self, sig: &syn::Signature) -> Vec<Param> {
        for _ in &sig.inputs {
            self.slot();
        }
        let plain = |input: &FnArg| match input {
            FnArg::Typed(typed) => matches!(&*typed.pat, syn::Pat::Ident(_)),
            FnArg::Receiver(_) => true,
        };
        let plain = sig.inputs.iter().all(plain);
        let mut params = Vec::new();
        for (slot, input) in sig.inputs.iter().enumerate() {
            // A pattern's variables are dropped before its parameter, and that before the ones that
            // were declared before: with a pattern, arguments move to slots in that order.
            let slot = if plain { slot as u32 } else { self.slot() };
            match input {
                FnArg::Receiver(receiver) => {
                    let own = self.self_type.as_deref().and_then(|name| self.names.get(name));
                    let own = match own {
                        Some(Named::Type(class)) => Ty::Object(Rc::clone(class)),
                        _ => Ty::Unknown,
                    };
                    let ty = match &receiver.kind {
                        syn::ReceiverKind::Reference(_, _, Some(_)) => Ty::RefMut(Rc::new(own)),
                        syn::ReceiverKind::Reference(..) => Ty::Ref(Rc::new(own)),
                        _ => own,
                    };
                    self.declare(Variable {
                        name: "self".into(),
                        slot,
                        ty,
                        mutable: receiver.mutability.is_some(),
                        set: true,
                        declared: self.span_of(receiver.self_token.span),
                        captured: None,
                    });
                    params.push(Param {
                        name: "self".into(),
                        slot,
                        pattern: None,
                        shape: Shape::Any,
                        span: self.span(span::receiver(receiver)),
                    });
                }
                FnArg::Typed(typed) => {
                    let ty = self.generic_ty(&typed.ty, &sig.generics);
                    let shape = types::shape(&typed.ty);
                    let span = self.span(span::ty(&typed.ty));
                    params.push(Param { span, ..self.param(slot, &typed.pat, ty, shape) });
                }
            }
        }
        params
    }

    /// A parameter whose argument is in that slot.
    pub(super) fn param(&mut self, slot: u32, pat: &syn::Pat, ty: Ty, shape: Shape) -> Param {
        let span = self.span(span::pat(pat));
        if let syn::Pat::Ident(name) = pat
            && name.by_ref.is_none()
            && name.subpat.is_none()
        {
            let variable = Variable {
                name: name.ident.to_string().into(),
                slot,
                ty,
                mutable: name.mutability.is_some(),
                set: true,
                declared: self.span_of(name.ident.span()),
                captured: None,
            };
            let name = Rc::clone(&variable.name);
            self.declare(variable);
            return Param { name, slot, pattern: None, shape, span };
        }
        let pattern = self.pattern(pat, &ty);
        Param { name: "".into(), slot, pattern: Some(pattern), shape, span }
    }

    pub(super) fn scope(
        &self,
        label: &str,
        slots: std::ops::Range<u32>,
        first_line: u32,
        last_line: u32,
    ) -> Scope {
        Scope { label: label.into(), from: slots.start, to: slots.end, first_line, last_line }
    }

    /// The type as it is written.
    pub(super) fn ty(&mut self, tree: &syn::Type) -> Ty {
        self.generic_ty(tree, &syn::Generics::default())
    }

    /// The type as it is written, where type parameters have no known type, and move unless they
    /// are said to be `Copy`.
    pub(super) fn generic_ty(&mut self, tree: &syn::Type, generics: &syn::Generics) -> Ty {
        let mut inner = |tree: &syn::Type| Rc::new(self.generic_ty(tree, generics));
        match tree {
            syn::Type::Reference(reference) => {
                if matches!(&*reference.elem, syn::Type::Path(path) if path.path.is_ident("str")) {
                    return Ty::Str;
                }
                let inner = inner(&reference.elem);
                if reference.mutability.is_some() { Ty::RefMut(inner) } else { Ty::Ref(inner) }
            }
            syn::Type::Paren(tree) => self.generic_ty(&tree.elem, generics),
            syn::Type::Group(tree) => self.generic_ty(&tree.elem, generics),
            syn::Type::Tuple(tuple) if tuple.elems.is_empty() => Ty::Plain("()"),
            syn::Type::Tuple(tuple) => {
                Ty::Tuple(tuple.elems.iter().map(|ty| self.generic_ty(ty, generics)).collect())
            }
            syn::Type::Array(array) => Ty::Vec(inner(&array.elem)),
            syn::Type::Slice(slice) => Ty::Vec(inner(&slice.elem)),
            syn::Type::Never(_) => Ty::Copy,
            syn::Type::Path(path) => self.path_ty(&path.path, generics),
            syn::Type::Ptr(_) => {
                self.not_supported(
                    span::ty(tree),
                    "raw pointers are outside of what the playground runs",
                    "use a reference, `Box` or `Rc`",
                );
                Ty::Unknown
            }
            _ => Ty::Unknown,
        }
    }

    fn path_ty(&mut self, path: &syn::Path, generics: &syn::Generics) -> Ty {
        let Some(last) = path.segments.last() else { return Ty::Unknown };
        let name = last.ident.to_string();
        let arguments = types::type_arguments(&last.arguments);
        let argument = |this: &mut Self, index: usize| match arguments.get(index) {
            Some(ty) => this.generic_ty(ty, generics),
            None => Ty::Unknown,
        };
        let is_parameter = |parameter: &syn::TypeParam| parameter.ident == name;
        if let Some(parameter) = generics.type_params().find(|parameter| is_parameter(parameter)) {
            return if bounds_copy(&parameter.bounds) { Ty::Copy } else { Ty::Unknown };
        }
        // A type of the program's own may have the name of one of the library.
        match self.names.get(&name) {
            Some(Named::Type(class)) => return Ty::Object(Rc::clone(class)),
            Some(Named::Alias(ty)) => return ty.clone(),
            _ => {}
        }
        if let Some(plain) = types::plain(&name) {
            return Ty::Plain(plain);
        }
        match name.as_str() {
            "Self" => match self.self_type.clone().and_then(|name| self.names.get(&*name).cloned())
            {
                Some(Named::Type(class)) => Ty::Object(class),
                _ => Ty::Unknown,
            },
            "i128" | "u128" => {
                let span = self.span(span::path(path));
                let message = format!("`{name}` is outside of what the playground runs");
                self.report(Diagnostic::not_supported(span, message).hint("use `i64` or `u64`"));
                Ty::Copy
            }
            "ErrorKind" | "OpenOptions" | "Opening" | "Locking" | "Duration" | "Metadata"
            | "Ordering" => Ty::Copy,
            "String" => Ty::String,
            "ManagedFile" => Ty::File,
            "ManagedLock" => Ty::Lock,
            "Error" => Ty::Error,
            "ExitStack" => Ty::ExitStack,
            "Option" => Ty::option(argument(self, 0)),
            "Result" => {
                let error = if arguments.len() > 1 { argument(self, 1) } else { Ty::Error };
                Ty::Result(Rc::new(argument(self, 0)), Rc::new(error))
            }
            "Vec" => Ty::vec(argument(self, 0)),
            "Box" => Ty::Box(Rc::new(argument(self, 0))),
            "Rc" => Ty::Rc(Rc::new(argument(self, 0))),
            "RefCell" => Ty::RefCell(Rc::new(argument(self, 0))),
            "Weak" | "Cell" | "BTreeMap" | "HashMap" | "Held" => Ty::Moves,
            name => {
                if path.segments.len() == 1 {
                    self.check_type_is_known(path, name);
                }
                Ty::Unknown
            }
        }
    }
}

/// The `E` of `Result<_, E>`.
pub(super) fn error_type(tree: &syn::Type) -> Option<Rc<str>> {
    let syn::Type::Path(path) = tree else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Result")?;
    type_name(types::type_arguments(&last.arguments).get(1)?)
}

/// The `T` of `From<T>`, by the name that its values have.
fn converted_type(path: &syn::Path) -> Option<String> {
    let last = path.segments.last().filter(|last| last.ident == "From")?;
    match types::type_arguments(&last.arguments).first()? {
        syn::Type::Reference(reference) => Some(format!("&{}", type_name(&reference.elem)?)),
        ty => type_name(ty).map(|name| name.to_string()),
    }
}

/// Methods of `Display` and `Debug` have the same name, and a type can have both.
fn trait_key(trait_name: Option<&str>, method: Rc<str>) -> Rc<str> {
    match (trait_name, &*method) {
        (Some("Debug"), "fmt") => "fmt(Debug)".into(),
        _ => method,
    }
}

fn bounds_copy(bounds: &syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>) -> bool {
    bounds.iter().any(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => bound.path.is_ident("Copy"),
        _ => false,
    })
}

/// The name of a type without its parameters.
fn type_name(tree: &syn::Type) -> Option<Rc<str>> {
    match tree {
        syn::Type::Path(path) => Some(path.path.segments.last()?.ident.to_string().into()),
        syn::Type::Reference(reference) => type_name(&reference.elem),
        _ => None,
    }
}
