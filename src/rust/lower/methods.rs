//! Calls of methods.

use std::cell::OnceCell;
use std::rc::Rc;

use super::arity::{Callee, Params};
use super::expr::shaped;
use super::{Lowerer, effects, through, written};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, Kind, MethodCall, Moves, Receiver, Shape};
use crate::rust::library::builtin::Method;
use crate::rust::library::suggestions::count_of;
use crate::rust::syntax::span;

impl Lowerer<'_> {
    /// Whether any type of the program has a method of that name.
    pub(super) fn has_own_method(&self, name: &str) -> bool {
        self.methods.keys().any(|(_, known)| **known == *name)
    }

    pub(super) fn method_call(&mut self, call: &syn::ExprMethodCall, wanted: Ty) -> (Expr, Ty) {
        let end = call.paren_token.span.close().byte_range().end;
        let span = self.span(span::expr(&call.receiver).start..end);
        let name_span = self.span_of(call.method.span());
        let name: Rc<str> = call.method.to_string().into();
        let method = Method::from_name(&name);
        let turbofish = call.turbofish.as_ref();
        let asked = turbofish
            .and_then(|arguments| written::angle_arguments(arguments).first().copied())
            .map(|ty| self.ty(ty));
        // What hands on what is in its receiver hands on what is wanted of it.
        self.wanted = match method {
            Some(method) => through::of_receiver(method, &wanted, asked.as_ref()),
            None => Ty::Unknown,
        };
        let declared = wanted;
        let root = self.root(&call.receiver);
        let (mut receiver, ty) = self.place(&call.receiver);
        let changes = self.methods.iter().any(|((_, known), &index)| {
            *known == name && self.signatures[index as usize].receiver_mutable
        });
        receiver.mutable = changes || method.is_some_and(effects::mutates_any);
        self.wanted = Ty::Unknown;
        let (moves, returns, mut params) = self.check_method(call, &name, method, &ty);
        if let (Some(method), true) = (method, params.is_empty()) {
            params.extend(through::of_function(method, &declared));
        }
        if let (Some(variable), Moves::Yes) = (&root, moves)
            && receiver.steps.is_empty()
        {
            self.takes(variable, receiver.span);
        }
        if moves == Moves::Yes && !receiver.steps.is_empty() {
            let shown = ty.shown().into();
            self.context().field_types.push((receiver.span, shown));
        }
        let own = self.own_method(&ty, &name).cloned();
        let self_span = own.as_ref().and_then(|method| method.self_span);
        let diverges = own.as_ref().is_some_and(|method| method.diverges);
        let of_receiver = method.map_or(Ty::Unknown, |method| effects::target_of(&ty, method));
        let target = match (asked, of_receiver) {
            (Some(asked), _) => asked,
            (None, Ty::Unknown) => declared,
            (None, ty) => ty,
        };
        let (args, types) = self.exprs_as(call.args.iter(), &params);
        if let Some(own) = own {
            let params = Params::Known(&own.params);
            let what = "method";
            let callee = Callee { what, name: name_span, declared: None, with_self: false, params };
            self.check_arguments(&callee, &call.args, &types);
        }
        let shapes = params.iter().map(Ty::shape).chain(std::iter::repeat(Shape::Any));
        let args = args.into_iter().zip(shapes).map(|(value, shape)| shaped(value, &shape));
        let args = args.collect();
        let returns = match (returns, method) {
            (Ty::Unknown, Some(method)) => effects::asked_of(method, &target),
            (returns, _) => returns,
        };
        let returns = match (returns, method, &types[..]) {
            (Ty::Unknown, Some(method), [function]) if !self.has_own_method(&name) => {
                effects::given_by(&ty, method, function)
            }
            (returns, ..) => returns,
        };
        let resolved = self.found_method(&(span.start as usize..span.end as usize));
        let call = MethodCall {
            receiver,
            name,
            own: OnceCell::new(),
            resolved,
            method,
            name_span,
            args,
            moves,
            self_span,
            diverges,
            target,
        };
        (Expr { span, kind: Kind::CallMethod(Box::new(call)) }, returns)
    }

    /// The method of a type of the program's own.
    fn own_method(&self, ty: &Ty, name: &Rc<str>) -> Option<&super::Signature> {
        let Ty::Object(class) = ty.behind() else { return None };
        let index = self.methods.get(&(Rc::clone(&class.name), Rc::clone(name)))?;
        self.signatures.get(*index as usize)
    }

    /// Looks at a method call as far as the type of its receiver is known: whether there is such a
    /// method, whether it takes the receiver by value, what it returns, what its arguments are.
    fn check_method(
        &mut self,
        call: &syn::ExprMethodCall,
        name: &Rc<str>,
        method: Option<Method>,
        ty: &Ty,
    ) -> (Moves, Ty, Vec<Ty>) {
        let name_span = self.span_of(call.method.span());
        if let Ty::Object(class) = ty.behind() {
            let key = (Rc::clone(&class.name), Rc::clone(name));
            if let Some(&index) = self.methods.get(&key) {
                let signature = self.signatures[index as usize].clone();
                let callee = Callee {
                    what: "method",
                    name: name_span,
                    declared: Some(signature.span),
                    with_self: false,
                    params: Params::Known(&signature.params),
                };
                self.check_count(&callee, &call.args, &call.paren_token);
                let moves = match signature.receiver {
                    Some(Receiver::Value | Receiver::Counted) if !ty.is_reference() => ty.moves(),
                    _ => Moves::No,
                };
                if signature.receiver_mutable {
                    let at = self.span(span::expr(&call.receiver));
                    match ty.referred() {
                        Ty::Rc(_) => self.check_not_counted(at, false),
                        _ => self.check_mutable(&call.receiver, at),
                    }
                }
                if signature.receiver == Some(Receiver::Value)
                    && ty.behind().moves() == Moves::Yes
                    && !matches!(ty, Ty::Box(_) | Ty::ManuallyDrop(_))
                {
                    self.check_moved_by_method(call, ty);
                }
                let params = signature.params.into_iter().map(|param| param.ty).collect();
                return (moves, signature.returns, params);
            }
        }
        if self.unknown_method(call, name, ty) {
            return (Moves::Unknown, Ty::Refused, Vec::new());
        }
        let Some(method) = method else { return (Moves::Unknown, Ty::Unknown, Vec::new()) };
        if matches!(ty, Ty::Unknown) && self.has_own_method(name) {
            // It may be the program's own.
            return (Moves::Unknown, Ty::Unknown, Vec::new());
        }
        if let Some(count) = count_of(name)
            && !self.has_own_method(name)
        {
            let params = Params::Count(count);
            let what = "method";
            let callee = Callee { what, name: name_span, declared: None, with_self: false, params };
            self.check_count(&callee, &call.args, &call.paren_token);
        }
        let at = self.span(span::expr(&call.receiver));
        match ty.referred() {
            Ty::Rc(inner) if effects::mutates(inner, method) => self.check_not_counted(at, false),
            ty if effects::mutates(ty, method) => self.check_mutable(&call.receiver, at),
            _ => {}
        }
        // References to a `Vec` can be gone over, too.
        if method != Method::IntoIter && effects::consumes(ty.behind(), method) == Moves::Yes {
            self.check_moved_by_method(call, ty);
        }
        let params = effects::arguments_of_method(ty.behind(), method);
        (effects::consumes(ty, method), effects::of_method(ty, method), params)
    }
}
