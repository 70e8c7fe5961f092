//! Names that are called: functions, methods, closures.

use std::rc::Rc;

use syn::Expr as Tree;

use super::super::builtin::{Builtin, Method};
use super::super::diagnostic::{Diagnostic, Span};
use super::super::ir::{Constant, Expr, Function, Kind, MethodCall, Moves, Place, Receiver, Shape};
use super::super::known::count_of;
use super::super::number::{Int, IntKind};
use super::context::{ClosureContext, Context};
use super::count::{Callee, Params};
use super::expr::shaped;
use super::types::{self, Ty};
use super::{Lowerer, Named, span};
use crate::world::ErrorKind;

impl Lowerer<'_> {
    /// The segments of a path, with what `use` shortened written out, and without the crates and
    /// modules that need not be written.
    pub(super) fn segments(&self, path: &syn::Path) -> Vec<String> {
        let mut segments: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(own) = &self.self_type
            && segments[0] == "Self"
        {
            segments[0] = own.to_string();
        }
        if let Some(full) = self.uses.get(&segments[0]) {
            segments.splice(0..1, full.iter().cloned());
        }
        let is_crate = |name: &str| matches!(name, "std" | "core" | "alloc" | "leakproof");
        if segments.len() > 1 && is_crate(&segments[0]) {
            let from_std = segments[0] != "leakproof";
            segments.remove(0);
            // The real file system is out of reach, and must not look as if it were not.
            if from_std && segments[0] == "fs" {
                segments[0] = "std::fs".into();
            }
        }
        let keep = segments.len().min(2);
        segments.split_off(segments.len() - keep)
    }

    /// The same with all that need not be written, for messages.
    pub(super) fn full_path(&self, path: &syn::Path) -> Vec<String> {
        let mut full: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(long) = self.uses.get(&full[0]) {
            full.splice(0..1, long.iter().cloned());
        }
        full
    }

    /// The path as it is written, without generic arguments.
    pub(super) fn text_of(&self, path: &syn::Path) -> String {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        names.join("::")
    }

    /// A path that is not called: a variable, a constant, the name of a function.
    pub(super) fn path(&mut self, tree: &Tree, path: &syn::ExprPath) -> (Expr, Ty) {
        let range = span::path(&path.path);
        let span = self.span(range.clone());
        if let Some(name) = path.path.get_ident()
            && self.variable(&name.to_string()).is_some()
        {
            return self.read(tree);
        }
        let segments = self.segments(&path.path);
        let name = segments.join("::");
        if let Some(named) = segments.last().and_then(|last| self.names.get(last))
            && segments.len() == 1
        {
            match named {
                Named::Function(index) => {
                    let kind = Kind::Function(*index);
                    return (Expr { span, kind }, Ty::Unknown);
                }
                Named::Constant(index) => {
                    let ty = self.signatures[*index as usize].returns.clone();
                    let kind = Kind::Call(*index, Vec::new());
                    return (Expr { span, kind }, ty);
                }
                _ => {}
            }
        }
        if let Some(Named::Constant(index)) = self.names.get(&name) {
            let ty = self.signatures[*index as usize].returns.clone();
            return (Expr { span, kind: Kind::Call(*index, Vec::new()) }, ty);
        }
        if let Some(constructed) = self.constructor(&path.path, span) {
            return constructed;
        }
        if let [own, method] = &segments[..]
            && let Some(index) = self.methods.get(&(own.as_str().into(), method.as_str().into()))
        {
            return (Expr { span, kind: Kind::Function(*index) }, Ty::Unknown);
        }
        if let Some(builtin) = builtin_of(&segments) {
            // The name of a function of the library, used as a value: `map(String::from)`.
            return (Expr { span, kind: Kind::Builtin(builtin) }, Ty::Unknown);
        }
        if let Some(constant) = constant(&name) {
            let ty = if constant == Constant::None { Ty::option(Ty::Unknown) } else { Ty::Copy };
            return (Expr { span, kind: Kind::Constant(constant) }, ty);
        }
        self.unknown_name(&path.path, "value")
    }

    pub(super) fn call(&mut self, call: &syn::ExprCall) -> (Expr, Ty) {
        let end = call.paren_token.span.close().byte_range().end;
        let span = self.span(span::expr(&call.func).start..end);
        let Tree::Path(function) = &*call.func else { return self.call_value(call, span) };
        if let Some(name) = function.path.get_ident()
            && self.variable(&name.to_string()).is_some()
        {
            return self.call_value(call, span);
        }
        let segments = self.segments(&function.path);
        if let [name] = &segments[..]
            && let Some(Named::Function(index)) = self.names.get(name)
        {
            let index = *index;
            return self.call_function(index, call, span);
        }
        if let [own, method] = &segments[..]
            && let Some(&index) = self.methods.get(&(own.as_str().into(), method.as_str().into()))
        {
            return self.call_function(index, call, span);
        }
        if let Some((class, variant)) = self.variant_of(&function.path) {
            return self.call_constructor(class, variant, call, span);
        }
        if let Some(builtin) = builtin_of(&segments) {
            return self.call_builtin(builtin, call, span);
        }
        if let [of, method] = &segments[..]
            && let Some(lowered) = self.call_as_method(of, method, call, span)
        {
            return lowered;
        }
        let lowered = self.unknown_name(&function.path, "function");
        let _ = self.exprs(call.args.iter());
        lowered
    }

    /// A method of the library written as a function, with its receiver first: `Rc::clone(&x)`,
    /// `f64::max(a, b)`, `Iterator::map(i, f)`.
    fn call_as_method(
        &mut self,
        of: &str,
        name: &str,
        call: &syn::ExprCall,
        span: Span,
    ) -> Option<(Expr, Ty)> {
        let library = matches!(
            of,
            "f64"
                | "f32"
                | "str"
                | "String"
                | "Option"
                | "Result"
                | "Vec"
                | "ManagedFile"
                | "Iterator"
                | "ManagedLock"
                | "Clone"
                | "ToString"
                | "Cell"
                | "RefCell"
        ) || IntKind::from_name(of).is_some();
        if of == "Default" || name == "default" {
            let message = "`default` is outside of what the playground runs";
            let hint = "write the value";
            return Some(self.refuse(Diagnostic::not_supported(span, message).hint(hint)));
        }
        if let (Some(kind), "from") = (IntKind::from_name(of), name)
            && let Some(value) = call.args.first()
        {
            let (value, _) = self.expr(value);
            let kind = Kind::Cast(Box::new(value), super::super::ir::Cast::Int(kind));
            return Some((Expr { span, kind }, Ty::Copy));
        }
        let method = Method::from_name(name).filter(|_| library)?;
        let mut args = call.args.iter();
        let receiver = args.next()?;
        let (value, ty) = self.expr(receiver);
        let receiver = self.in_temporary(value);
        let (args, _) = self.exprs(args);
        let kind = Kind::CallMethod(Box::new(MethodCall {
            receiver,
            name: name.into(),
            method: Some(method),
            name_span: span,
            args,
            moves: Moves::Unknown,
            self_span: None,
            diverges: false,
            target: None,
        }));
        Some((Expr { span, kind }, types::of_method(&ty, method)))
    }

    fn call_value(&mut self, call: &syn::ExprCall, span: Span) -> (Expr, Ty) {
        let (place, ty) = self.place(&call.func);
        match &ty {
            Ty::Closure { params, head, .. } => {
                let callee = Callee {
                    what: "closure",
                    name: place.span,
                    declared: Some(*head),
                    with_self: false,
                    params: Params::Count(*params),
                };
                self.check_count(&callee, &call.args, &call.paren_token);
            }
            Ty::Plain(_)
            | Ty::Str
            | Ty::String
            | Ty::File
            | Ty::Lock
            | Ty::Vec(_)
            | Ty::Option(_) => {
                let message = format!("expected function, found `{}`", ty.shown());
                let diagnostic = Diagnostic::wrong(place.span, message).code("E0618");
                let shown = self.lines.text(place.span.start as usize..place.span.end as usize);
                let label = format!("`{shown}` has type `{}`", ty.shown());
                self.report(diagnostic.label(label));
            }
            _ => {}
        }
        let (args, _) = self.exprs(call.args.iter());
        (Expr { span, kind: Kind::CallValue(place, args) }, Ty::Unknown)
    }

    fn call_function(&mut self, index: u32, call: &syn::ExprCall, span: Span) -> (Expr, Ty) {
        let signature = self.signatures[index as usize].clone();
        let callee = Callee {
            what: "function",
            name: self.span(span::expr(&call.func)),
            declared: Some(signature.span),
            with_self: signature.receiver.is_some(),
            params: Params::Known(&signature.params),
        };
        self.check_count(&callee, &call.args, &call.paren_token);
        let (args, types) = self.exprs(call.args.iter());
        self.check_arguments(&callee, &call.args, &types);
        (Expr { span, kind: Kind::Call(index, args) }, signature.returns)
    }

    fn call_constructor(
        &mut self,
        class: Rc<super::super::ir::Type>,
        variant: u32,
        call: &syn::ExprCall,
        span: Span,
    ) -> (Expr, Ty) {
        let shape = &class.variants[variant as usize];
        let types = self.field_types_of(&class, variant).into_iter();
        let fields = shape.fields.iter().zip(types);
        let fields: Vec<_> =
            fields.map(|(field, ty)| super::Parameter { ty, span: field.span }).collect();
        let callee = Callee {
            what: if class.is_enum { "enum variant" } else { "struct" },
            name: self.span(span::expr(&call.func)),
            declared: Some(if class.is_enum { shape.span } else { class.span }),
            with_self: false,
            params: Params::Known(&fields),
        };
        self.check_count(&callee, &call.args, &call.paren_token);
        let (args, types) = self.exprs(call.args.iter());
        self.check_arguments(&callee, &call.args, &types);
        let shapes = shape.fields.iter().map(|field| &field.shape);
        let fields = args.into_iter().zip(shapes).enumerate();
        let fields =
            fields.map(|(index, (value, shape))| (index as u32, shaped(value, shape))).collect();
        let ty = Ty::Object(Rc::clone(&class));
        let object = super::super::ir::ObjectExpr { class, variant, fields, base: None };
        (Expr { span, kind: Kind::Object(Box::new(object)) }, ty)
    }

    fn call_builtin(&mut self, builtin: Builtin, call: &syn::ExprCall, span: Span) -> (Expr, Ty) {
        let callee = Callee {
            what: if matches!(builtin, Builtin::Some | Builtin::Ok | Builtin::Err) {
                "enum variant"
            } else {
                "function"
            },
            name: self.span(span::expr(&call.func)),
            declared: None,
            with_self: false,
            params: Params::Count(builtin.count()),
        };
        self.check_count(&callee, &call.args, &call.paren_token);
        let (args, types) = self.exprs(call.args.iter());
        let ty = types::of_builtin(builtin, &types);
        (Expr { span, kind: Kind::CallBuiltin(builtin, args) }, ty)
    }

    pub(super) fn method_call(&mut self, call: &syn::ExprMethodCall) -> (Expr, Ty) {
        let end = call.paren_token.span.close().byte_range().end;
        let span = self.span(span::expr(&call.receiver).start..end);
        let name_span = self.span_of(call.method.span());
        let name: Rc<str> = call.method.to_string().into();
        let method = Method::from_name(&name);
        let turbofish = call.turbofish.as_ref();
        let asked = turbofish
            .and_then(|arguments| types::angle_arguments(arguments).first().copied())
            .and_then(types::wanted);
        let passes_on = matches!(
            method,
            Some(
                Method::Unwrap
                    | Method::Expect
                    | Method::UnwrapOr
                    | Method::UnwrapOrElse
                    | Method::MapErr
                    | Method::OkOr
                    | Method::UnwrapOrDefault
            )
        );
        let declared = self.wanted.take();
        let target = if passes_on {
            use super::super::ir::Wanted;
            let keeps = matches!(method, Some(Method::MapErr));
            self.wanted = match declared {
                Some(wanted) if keeps => Some(wanted),
                wanted => wanted.map(|wanted| Wanted::Result(Some(Rc::new(wanted)))),
            };
            None
        } else {
            asked.or(declared)
        };
        let root = self.root(&call.receiver);
        let (receiver, ty) = self.place(&call.receiver);
        self.wanted = None;
        let (moves, returns) = self.check_method(call, &name, method, &ty);
        if let (Some(variable), Moves::Yes) = (&root, moves)
            && receiver.steps.is_empty()
        {
            self.takes(variable, receiver.span);
        }
        if moves == Moves::Yes && !receiver.steps.is_empty() {
            let shown = ty.shown().into();
            self.context().field_types.push((receiver.span, shown));
        }
        let own = self.own_method(&ty, &name);
        let self_span = own.and_then(|method| method.self_span);
        let diverges = own.is_some_and(|method| method.diverges);
        let params = self.own_method(&ty, &name).map(|method| method.params.clone());
        let (args, types) = self.exprs(call.args.iter());
        if let Some(params) = params {
            let params = Params::Known(&params);
            let what = "method";
            let callee = Callee { what, name: name_span, declared: None, with_self: false, params };
            self.check_arguments(&callee, &call.args, &types);
        }
        let call = MethodCall {
            receiver,
            name,
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
    /// method, whether it takes the receiver by value, what it returns.
    fn check_method(
        &mut self,
        call: &syn::ExprMethodCall,
        name: &Rc<str>,
        method: Option<Method>,
        ty: &Ty,
    ) -> (Moves, Ty) {
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
                    Some(Receiver::Value) if !ty.is_reference() => ty.moves(),
                    _ => Moves::No,
                };
                if signature.receiver_mutable {
                    let at = self.span(span::expr(&call.receiver));
                    self.check_mutable(&call.receiver, at);
                }
                if signature.receiver == Some(Receiver::Value)
                    && ty.behind().moves() == Moves::Yes
                    && !matches!(ty, Ty::Box(_))
                {
                    self.check_moved_by_method(call, ty);
                }
                return (moves, signature.returns);
            }
        }
        if self.unknown_method(call, name, ty) {
            return (Moves::Unknown, Ty::Refused);
        }
        let Some(method) = method else { return (Moves::Unknown, Ty::Unknown) };
        if matches!(ty, Ty::Unknown) && self.methods.keys().any(|(_, known)| known == name) {
            // It may be the program's own.
            return (Moves::Unknown, Ty::Unknown);
        }
        if let Some(count) = count_of(name)
            && self.methods.keys().all(|(_, known)| known != name)
        {
            let params = Params::Count(count);
            let what = "method";
            let callee = Callee { what, name: name_span, declared: None, with_self: false, params };
            self.check_count(&callee, &call.args, &call.paren_token);
        }
        if types::mutates(ty.referred(), method) {
            let at = self.span(span::expr(&call.receiver));
            self.check_mutable(&call.receiver, at);
        }
        // References to a `Vec` can be gone over, too.
        if method != Method::IntoIter && types::consumes(ty.behind(), method) == Moves::Yes {
            self.check_moved_by_method(call, ty);
        }
        (types::consumes(ty, method), types::of_method(ty, method))
    }

    pub(super) fn closure(&mut self, tree: &syn::ExprClosure) -> (Expr, Ty) {
        let start = tree.capture.as_ref().map_or(tree.inputs_begin.spans[0], |word| word.span);
        let range = start.byte_range().start..span::expr(&tree.body).end;
        let span = self.span(range.clone());
        if tree.asyncness.is_some() {
            return self.not_supported(
                range,
                "`async` is outside of what the playground runs",
                "write a plain closure: the playground has one thread",
            );
        }
        let count = tree.inputs.len() as u32;
        let visible = self.variable_names().len() as u32;
        let mut context = Context::new(Some(ClosureContext {
            moves: tree.capture.is_some(),
            first: count,
            captures: Vec::new(),
            once: None,
        }));
        context.next = count + visible;
        context.slots = context.next;
        context.fails = match &tree.output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => super::items::error_type(ty),
        };
        self.contexts.push(context);
        let wanted = self.wanted.take();
        let mut params = Vec::new();
        let plain = |input: &syn::Pat| match input {
            syn::Pat::Type(typed) => matches!(&*typed.pat, syn::Pat::Ident(_)),
            pat => matches!(pat, syn::Pat::Ident(_)),
        };
        let plain = tree.inputs.iter().all(plain);
        for (slot, input) in tree.inputs.iter().enumerate() {
            let slot = if plain { slot as u32 } else { self.slot() };
            let (pat, ty, shape) = match input {
                syn::Pat::Type(typed) => (&*typed.pat, self.ty(&typed.ty), types::shape(&typed.ty)),
                pat => (pat, Ty::Unknown, Shape::Any),
            };
            params.push(self.param(slot, pat, ty, shape));
        }
        let (body, _) = match &*tree.body {
            Tree::Block(tree) if tree.label.is_none() => self.body(&tree.block),
            body => self.terminating(body),
        };
        let context = self.contexts.pop().expect("it was pushed above");
        self.wanted = wanted;
        let deepest = self.context().depth + context.deepest;
        let outer = self.context();
        outer.deepest = outer.deepest.max(deepest);
        let closure = context.closure.expect("it was made as one above");
        let last = self.span(range.end - 1..range.end).line;
        let function = Function {
            name: "closure".into(),
            params,
            receiver: None,
            captures: closure.captures,
            diverges: false,
            gives: None,
            once: closure.once.is_some(),
            slots: context.slots,
            depth: context.deepest,
            // What was taken along belongs to the closure and not to one call of it.
            scope: self.scope("closure", 0..context.slots, span.line, last),
            body,
            returns: match &tree.output {
                syn::ReturnType::Default => Shape::Any,
                syn::ReturnType::Type(_, ty) => types::shape(ty),
            },
            declared: context.declared,
            field_types: context.field_types,
        };
        // A variable that is given away is given away where the closure is made.
        for capture in &function.captures {
            if !capture.by_reference.get() {
                self.takes_outer(&capture.name, capture.used);
            }
        }
        let head = self.span(range.start..tree.inputs_end.spans[0].byte_range().end);
        let ty = Ty::Closure { params: tree.inputs.len(), head, once: closure.once };
        (Expr { span, kind: Kind::Closure(Rc::new(function)) }, ty)
    }

    fn takes_outer(&mut self, name: &str, span: Span) {
        if let Some(variable) = self.variable(name) {
            self.takes(&variable, span);
        }
    }

    /// Whether a call makes a value of its arguments, so that a `let` extends their temporaries.
    pub(super) fn is_constructor(&mut self, function: &Tree) -> bool {
        let Tree::Path(path) = function else { return false };
        let segments = self.segments(&path.path);
        matches!(segments.last().map(String::as_str), Some("Some" | "Ok" | "Err"))
            || self.variant_of(&path.path).is_some()
    }

    /// A place that holds an expression's value for a call that wants to change it.
    pub(super) fn target(&mut self, tree: &Tree) -> Place {
        self.place(tree).0
    }
}

/// The function of the library by that path. Modules may be left out where `use` brought them in.
fn builtin_of(segments: &[String]) -> Option<Builtin> {
    let path = segments.join("::");
    let alone = segments.last().map(String::as_str);
    Builtin::from_path(&path).or_else(|| match (segments.len(), alone) {
        (2, Some("drop")) if segments[0] == "mem" => Some(Builtin::Drop),
        (2, Some("AssertUnwindSafe")) => Some(Builtin::AssertUnwindSafe),
        (2, Some(name)) if segments[0] == "prelude" || segments[0] == "guard" => {
            Builtin::from_path(name)
        }
        (2, Some(name @ ("Some" | "Ok" | "Err"))) => Builtin::from_path(name),
        _ => None,
    })
}

fn constant(name: &str) -> Option<Constant> {
    let (of, what) = name.split_once("::").unwrap_or(("", name));
    let error_kind =
        |what: &str| ErrorKind::ALL.iter().copied().find(|kind| format!("{kind:?}") == what);
    match (of, what) {
        (_, "None") => Some(Constant::None),
        ("ErrorKind", what) => error_kind(what).map(Constant::ErrorKind),
        ("Ordering", "Less") => Some(Constant::Ordering(std::cmp::Ordering::Less)),
        ("Ordering", "Equal") => Some(Constant::Ordering(std::cmp::Ordering::Equal)),
        ("Ordering", "Greater") => Some(Constant::Ordering(std::cmp::Ordering::Greater)),
        ("Ending", "Returned") => Some(Constant::Ending("Returned")),
        ("Ending", "Panicked") => Some(Constant::Ending("Panicked")),
        ("f64", "MAX") => Some(Constant::Float(f64::MAX)),
        ("f64", "MIN") => Some(Constant::Float(f64::MIN)),
        ("f64", "INFINITY") => Some(Constant::Float(f64::INFINITY)),
        ("f64", "EPSILON") => Some(Constant::Float(f64::EPSILON)),
        ("f64", "NEG_INFINITY") => Some(Constant::Float(f64::NEG_INFINITY)),
        ("f64", "NAN") => Some(Constant::Float(f64::NAN)),
        (of, "MAX" | "MIN") => {
            let kind = IntKind::from_name(of)?;
            let value = if what == "MAX" { kind.max() } else { kind.min() };
            Int::new(kind, value).map(Constant::Int)
        }
        _ => None,
    }
}
