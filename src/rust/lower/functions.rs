//! Functions and constants: what has a body.

use std::rc::Rc;

use syn::FnArg;

use super::context::{Context, Variable};
use super::{Lowerer, Named, Parameter, Signature};
use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, Function, Kind, Param, Receiver, Scope, Shape};
use crate::rust::syntax::span;

/// Something whose body waits until all names are known.
pub(super) struct Waiting<'a> {
    index: u32,
    body: Body<'a>,
    self_type: Option<Rc<str>>,
}

enum Body<'a> {
    Function(&'a syn::Signature, &'a syn::Block),
    Constant(&'a syn::Expr),
}

impl Lowerer<'_> {
    /// Lowers the bodies that were waiting.
    pub(super) fn lower_bodies(&mut self, waiting: Vec<Waiting<'_>>) {
        for waiting in waiting {
            let outside = std::mem::replace(&mut self.self_type, waiting.self_type);
            let lowered = match waiting.body {
                Body::Function(sig, block) => self.function(waiting.index, sig, block),
                Body::Constant(value) => self.constant(waiting.index, value),
            };
            self.functions[waiting.index as usize] = Some(Rc::new(lowered));
            self.self_type = outside;
        }
    }

    /// Declares a constant, whose expression is evaluated anew wherever it is named, or a `static`,
    /// whose is evaluated once.
    pub(super) fn declare_constant<'a>(
        &mut self,
        ident: &syn::Ident,
        name: String,
        ty: &syn::Type,
        value: &'a syn::Expr,
        waiting: &mut Vec<Waiting<'a>>,
    ) -> u32 {
        let returns = self.ty(ty);
        let span = self.span_of(ident.span());
        let index = self.functions.len() as u32;
        self.functions.push(None);
        self.signatures.push(Signature {
            name: name.into(),
            params: Vec::new(),
            receiver: None,
            receiver_mutable: false,
            returns,
            span,
            head: span,
            self_span: None,
            diverges: false,
        });
        let self_type = self.self_type.clone();
        waiting.push(Waiting { index, body: Body::Constant(value), self_type });
        index
    }

    fn constant(&mut self, index: u32, value: &syn::Expr) -> Function {
        let signature = self.signatures[index as usize].clone();
        let Signature { name, returns, span, .. } = signature;
        let contexts = std::mem::take(&mut self.contexts);
        self.contexts.push(Context::new(None));
        self.wanted = returns.clone();
        let (body, _) = match value {
            // What a constant borrows lives as long as the program.
            syn::Expr::Reference(reference) => {
                self.wanted = returns.referred().clone();
                let (value, ty) = self.expr(&reference.expr);
                (Expr { span, kind: Kind::Promoted(Box::new(value)) }, ty)
            }
            value => self.expr(value),
        };
        let context = self.contexts.pop().expect("it was pushed above");
        self.contexts = contexts;
        let scope = self.scope("", 0..context.slots, span.line, span.line);
        Function {
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
            returns: returns.shape(),
            declared: context.declared,
            field_types: context.field_types,
        }
    }

    pub(super) fn declare_function<'a>(
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
        if let syn::Safety::Unsafe(word) = &sig.safety {
            self.not_supported(
                word.span.byte_range(),
                "`unsafe` functions are outside of what the playground runs",
                "`unsafe` stands around a call of `ManuallyDrop::drop`, and nowhere else",
            );
        }
        let outside = std::mem::replace(&mut self.self_type, self_type.clone());
        let returns = match &sig.output {
            syn::ReturnType::Default => Ty::Unit,
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
                syn::ReceiverKind::Typed(_, ty) => typed_receiver(ty),
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
        waiting.push(Waiting { index, body: Body::Function(sig, block), self_type });
        index
    }

    fn function(&mut self, index: u32, sig: &syn::Signature, block: &syn::Block) -> Function {
        let contexts = std::mem::take(&mut self.contexts);
        self.contexts.push(Context::new(None));
        let params = self.params(sig);
        let returns = self.signatures[index as usize].returns.clone();
        self.context().returns = returns.clone();
        self.context().body_starts = span::block(block).start as u32;
        self.context().named = Some(self.signatures[index as usize].span);
        let gives = match (&sig.output, &returns) {
            (syn::ReturnType::Type(_, ty), returns) if !returns.is_unit_or_never(ty) => Some(&**ty),
            _ => None,
        };
        self.wanted = returns.clone();
        let (body, ty) = self.body(block);
        let because = gives.map(|ty| (self.span(span::ty(ty)), "the function returns this"));
        self.check_tail(&body, &ty, &returns, because);
        let context = self.contexts.pop().expect("it was pushed above");
        self.contexts = contexts;
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
            returns: returns.shape(),
            declared: context.declared,
            field_types: context.field_types,
        }
    }

    /// Reports a body that ends with a value of another type than is returned.
    pub(super) fn check_tail(
        &mut self,
        body: &Expr,
        ty: &Ty,
        returns: &Ty,
        because: Option<(Span, &str)>,
    ) {
        if let Kind::Block(tree) = &body.kind
            && let Some(tail) = &tree.tail
            && tail.is_single_value()
        {
            self.expect(tail.span, ty, returns, because);
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
                        // `self: &Rc<Self>`
                        syn::ReceiverKind::Typed(_, ty) => self.generic_ty(ty, &sig.generics),
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
                    let shape = ty.shape();
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
}

/// How a method takes `self: …`, and whether it may change it.
fn typed_receiver(ty: &syn::Type) -> (Option<Receiver>, bool) {
    let is_counted = |ty: &syn::Type| match ty {
        syn::Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.ident == "Rc" || last.ident == "Arc")
        }
        _ => false,
    };
    match ty {
        syn::Type::Reference(reference) if is_counted(&reference.elem) => {
            (Some(Receiver::ReferenceToCounted), false)
        }
        syn::Type::Reference(reference) => {
            (Some(Receiver::Reference), reference.mutability.is_some())
        }
        ty if is_counted(ty) => (Some(Receiver::Counted), false),
        _ => (Some(Receiver::Value), false),
    }
}
