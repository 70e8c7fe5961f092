//! Names that are called: functions, methods, closures.

use std::rc::Rc;

use syn::Expr as Tree;

use super::arity::{Callee, Params};
use super::expr::shaped;
use super::{Lowerer, Named, Parameter, effects};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Constant, Expr, Form, Kind, Place};
use crate::rust::library::builtin::Builtin;
use crate::rust::syntax::span;

impl Lowerer<'_> {
    /// The segments of a path, with what `use` shortened written out, and without the crates and
    /// modules that need not be written.
    pub(super) fn segments(&self, path: &syn::Path) -> Vec<String> {
        let at = span::path(path);
        if let Some(found) = self.known.types.paths.get(&(at.start, at.end)) {
            return found.iter().map(ToString::to_string).collect();
        }
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
        self.without_modules(&mut segments);
        // With one thread the two count alike.
        for segment in &mut segments {
            if segment == "Arc" && !self.names.contains_key("Arc") {
                *segment = "Rc".into();
            }
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
    pub(super) fn path(&mut self, tree: &Tree, path: &syn::ExprPath, wanted: &Ty) -> (Expr, Ty) {
        let range = span::path(&path.path);
        let span = self.span(range.clone());
        if let Some(name) = path.path.get_ident()
            && self.is_variable(&name.to_string())
        {
            return self.read(tree);
        }
        let segments = self.qualified(path);
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
        if let Some(constant) = super::constants::constant(&name) {
            let ty = match constant {
                Constant::None => Ty::option(Ty::Unknown),
                Constant::Int(int) => Ty::Int(int.kind),
                Constant::Wide(wide) => Ty::Wide { signed: wide.name() == "i128" },
                Constant::Float32(_) => Ty::Float32,
                Constant::Char(_) => Ty::Char,
                Constant::Float(_) => Ty::Float,
                _ => Ty::Copy,
            };
            return (Expr { span, kind: Kind::Constant(constant) }, ty);
        }
        let returned = match wanted {
            Ty::Mapped(returned) => returned,
            _ => &Ty::Unknown,
        };
        if let Some(method) = self.method_as_value(path, returned) {
            return method;
        }
        self.unknown_name(&path.path, "value")
    }

    pub(super) fn call(&mut self, call: &syn::ExprCall, wanted: &Ty) -> (Expr, Ty) {
        let end = call.paren_token.span.close().byte_range().end;
        let span = self.span(span::expr(&call.func).start..end);
        let Tree::Path(function) = &*call.func else { return self.call_value(call, span) };
        if let Some(index) = self.found_function(&(span.start as usize..span.end as usize)) {
            return self.call_function(index, call, span);
        }
        if let Some(name) = function.path.get_ident()
            && self.variable(&name.to_string()).is_some()
        {
            return self.call_value(call, span);
        }
        let named = self.segments(&function.path).join("::");
        if let Some(Named::Constant(_) | Named::Static(_)) = self.names.get(&named) {
            return self.call_value(call, span);
        }
        let segments = self.qualified(function);
        if let [name] = &segments[..]
            && let Some(Named::Function(index)) = self.names.get(name)
        {
            let index = *index;
            return self.call_function(index, call, span);
        }
        if let [own, method] = &segments[..]
            && let Some(&index) = self.methods.get(&(own.as_str().into(), method.as_str().into()))
        {
            if let Some(converted) = self.call_conversion(own, method, call, span) {
                return converted;
            }
            // `String::from` is not only the one of `impl From<Mine> for String`.
            if method != "from" || matches!(self.names.get(own), Some(Named::Type(_))) {
                return self.call_function(index, call, span);
            }
        }
        let of = self.found_constructor(&span::expr(&call.func));
        if let Some((class, variant)) = of.or_else(|| self.variant_of(&function.path)) {
            return self.call_constructor(class, variant, call, span);
        }
        let found = self.found_path(&(span.start as usize..span.end as usize));
        let builtin = found.as_ref().and_then(|path| builtin_of(path));
        if let Some(builtin) = builtin.or_else(|| builtin_of(&segments)) {
            return self.call_builtin(builtin, call, span, wanted);
        }
        if let Some(lowered) = self.call_by_path(function, call, span, wanted) {
            return lowered;
        }
        let lowered = self.unknown_name(&function.path, "function");
        let _ = self.exprs(call.args.iter());
        lowered
    }

    /// `Type::from(value)` of a type of the program's own that has several: which one is known when
    /// the value is.
    fn call_conversion(
        &mut self,
        own: &str,
        method: &str,
        call: &syn::ExprCall,
        span: Span,
    ) -> Option<(Expr, Ty)> {
        let method = match method {
            "from" => "from",
            "try_from" => "try_from",
            _ => return None,
        };
        let several = |(of, name): &&(Rc<str>, Rc<str>)| {
            **of == *own && name.strip_prefix(method).is_some_and(|rest| rest.starts_with('('))
        };
        if call.args.len() != 1 || self.methods.keys().filter(several).count() < 2 {
            return None;
        }
        let (value, _) = self.expr(&call.args[0]);
        let ty = match self.names.get(own) {
            Some(Named::Type(class)) if method == "from" => Ty::Object(Rc::clone(class)),
            _ => Ty::Unknown,
        };
        Some((Expr { span, kind: Kind::Convert(own.into(), method, Box::new(value)) }, ty))
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
            ty if ty.is_plain()
                || matches!(
                    ty,
                    Ty::Str | Ty::String | Ty::File | Ty::Lock | Ty::Vec(_) | Ty::Option(_)
                ) =>
            {
                let message = format!("expected function, found `{}`", ty.shown());
                let diagnostic = Diagnostic::wrong(place.span, message).code("E0618");
                let shown = self.lines.text(place.span.start as usize..place.span.end as usize);
                let label = format!("`{shown}` has type `{}`", ty.shown());
                self.report(diagnostic.label(label));
            }
            _ => {}
        }
        let returns = match &ty {
            Ty::Closure { returns, .. } => (**returns).clone(),
            _ => Ty::Unknown,
        };
        let (args, _) = self.exprs(call.args.iter());
        (Expr { span, kind: Kind::CallValue(place, args) }, returns)
    }

    fn call_function(&mut self, index: u32, call: &syn::ExprCall, span: Span) -> (Expr, Ty) {
        let signature = self.signatures[index as usize].clone();
        let receiver = usize::from(signature.receiver.is_some());
        let callee = Callee {
            what: "function",
            name: self.span(span::expr(&call.func)),
            declared: Some(signature.span),
            with_self: signature.receiver.is_some(),
            params: Params::Known(&signature.params),
        };
        self.check_count(&callee, &call.args, &call.paren_token);
        let params = signature.params.iter().map(|param| param.ty.clone());
        let wanted = std::iter::repeat_n(Ty::Unknown, receiver).chain(params);
        let (args, types) = self.exprs_as(call.args.iter(), &wanted.collect::<Vec<_>>());
        self.check_arguments(&callee, &call.args, &types);
        (Expr { span, kind: Kind::Call(index, args) }, signature.returns)
    }

    fn call_constructor(
        &mut self,
        class: Rc<crate::rust::ir::Type>,
        variant: u32,
        call: &syn::ExprCall,
        span: Span,
    ) -> (Expr, Ty) {
        let shape = &class.variants[variant as usize];
        if shape.form != Form::Tuple && class.is_enum {
            return self.refuse_call_of_variant(&class, variant, call);
        }
        let types = (0..shape.fields.len()).map(|index| self.field_ty(&class, variant, index));
        let types: Vec<_> = types.collect();
        let fields = shape.fields.iter().zip(&types);
        let params: Vec<_> =
            fields.map(|(field, ty)| Parameter { ty: ty.clone(), span: field.span }).collect();
        let callee = Callee {
            what: if class.is_enum { "enum variant" } else { "struct" },
            name: self.span(span::expr(&call.func)),
            declared: Some(if class.is_enum { shape.span } else { class.span }),
            with_self: false,
            params: Params::Known(&params),
        };
        self.check_count(&callee, &call.args, &call.paren_token);
        let (args, found) = self.exprs_as(call.args.iter(), &types);
        self.check_arguments(&callee, &call.args, &found);
        let fields = args.into_iter().zip(types).enumerate();
        let fields =
            fields.map(|(index, (value, ty))| (index as u32, shaped(value, &ty.shape()))).collect();
        let ty = Ty::Object(Rc::clone(&class));
        let object = crate::rust::ir::ObjectExpr { class, variant, fields, base: None };
        (Expr { span, kind: Kind::Object(Box::new(object)) }, ty)
    }

    /// A variant that is not made by a call: one with named fields, or with none.
    fn refuse_call_of_variant(
        &mut self,
        class: &crate::rust::ir::Type,
        variant: u32,
        call: &syn::ExprCall,
    ) -> (Expr, Ty) {
        let _ = self.exprs(call.args.iter());
        let at = self.span(span::expr(&call.func));
        let shape = &class.variants[variant as usize];
        let name = format!("{}::{}", class.name, shape.name);
        let diagnostic = match shape.form {
            Form::Unit => {
                let message = format!("expected function, found `{}`", class.name);
                let label = format!("`{name}` is a unit variant");
                let diagnostic = Diagnostic::wrong(at, message).code("E0618").label(label);
                diagnostic.hint(format!("write it without brackets: `{name}`"))
            }
            _ => {
                let message = format!("expected value, found struct variant `{name}`");
                let diagnostic = Diagnostic::wrong(at, message).code("E0533").label("not a value");
                let fields: Vec<_> =
                    shape.fields.iter().map(|field| format!("{}: …", field.name)).collect();
                diagnostic.hint(format!("name its fields: `{name} {{ {} }}`", fields.join(", ")))
            }
        };
        self.refuse(diagnostic.note(shape.span, format!("`{name}` defined here")))
    }

    fn call_builtin(
        &mut self,
        builtin: Builtin,
        call: &syn::ExprCall,
        span: Span,
        wanted: &Ty,
    ) -> (Expr, Ty) {
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
        let is_unsafe = matches!(builtin, Builtin::ManuallyDropDrop | Builtin::ManuallyDropTake);
        if is_unsafe && self.context().unsafes == 0 {
            let name = builtin.path();
            let message =
                format!("call to unsafe function `{name}` is unsafe and requires unsafe block");
            let hint = "write `unsafe { … }` around it, and make sure that it happens once";
            self.report(Diagnostic::wrong(span, message).code("E0133").hint(hint));
        }
        let wanted = effects::argument_of(builtin, wanted);
        let (args, types) = self.exprs_as(call.args.iter(), &[wanted]);
        if let (Builtin::Drop, [kept @ Ty::ManuallyDrop(_)]) = (builtin, &types[..]) {
            self.report_drop_of_kept(call, kept);
        }
        let ty = effects::of_builtin(builtin, &types);
        (Expr { span, kind: Kind::CallBuiltin(builtin, args) }, ty)
    }

    /// What `drop` is given it drops, and in a `ManuallyDrop` nothing is: `rustc` denies that
    /// (`undropped_manually_drops`).
    fn report_drop_of_kept(&mut self, call: &syn::ExprCall, kept: &Ty) {
        let end = call.paren_token.span.close().byte_range().end;
        let at = self.span(span::expr(&call.func).start..end);
        let message = "calls to `std::mem::drop` with `std::mem::ManuallyDrop` instead of the inner \
                       value does nothing";
        self.report(
            Diagnostic::wrong(at, message)
                .label(format!("argument has type `{}`", kept.shown()))
                .hint("take the value out of it: `drop(ManuallyDrop::into_inner(…))`"),
        );
    }

    /// Whether a call makes a value of its arguments, so that a `let` extends their temporaries.
    pub(super) fn is_constructor(&mut self, function: &Tree) -> bool {
        matches!(function, Tree::Path(path) if self.is_constructor_path(&path.path))
    }

    /// Whether a path is that of a tuple struct or variant.
    pub(super) fn is_constructor_path(&mut self, path: &syn::Path) -> bool {
        let segments = self.segments(path);
        let library = ["Some", "Ok", "Err", "Occupied", "Vacant", "Failed"];
        segments.last().is_some_and(|last| library.contains(&&**last))
            || self.variant_of(path).is_some()
    }

    /// A place that holds an expression's value for a call that wants to change it.
    pub(super) fn target(&mut self, tree: &Tree) -> Place {
        self.mutable_place(tree).0
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
