//! Names that are called: functions, methods, closures.

use std::rc::Rc;

use syn::Expr as Tree;

use super::super::builtin::{self, Builtin, Method};
use super::super::diagnostic::{Diagnostic, Span};
use super::super::ir::{Constant, Expr, Function, Kind, MethodCall, Moves, Place, Receiver, Shape};
use super::super::number::{Int, IntKind};
use super::context::{ClosureContext, Context};
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

    fn unknown_name(&mut self, path: &syn::Path, what: &str) -> (Expr, Ty) {
        let span = self.span(span::path(path));
        let name = self.text_of(path);
        let segments = self.segments(path);
        let library = path.segments.iter().map(|segment| segment.ident.to_string());
        if let Some(known) = library.into_iter().find(|name| LIBRARY.contains(&name.as_str())) {
            let message = format!("`{known}` is outside of what the playground runs");
            return self.refuse(Diagnostic::not_supported(span, message));
        }
        if segments[0] == "std::fs" {
            let message = "`std::fs` is outside of what the playground runs: \
                a program reaches the virtual file system only";
            let hint = format!("the prelude has `fs::{}`", segments.last().map_or("", |name| name));
            return self.refuse(Diagnostic::not_supported(span, message).hint(hint));
        }
        let own: Vec<String> = self.names.keys().cloned().chain(self.variable_names()).collect();
        let library = Builtin::ALL.iter().map(|builtin| builtin.path());
        let known = own.iter().map(String::as_str).chain(library).chain(["None"]);
        let near = builtin::nearest(&name, known).map(str::to_owned);
        let (code, message) = if path.segments.len() > 1 {
            let last = path.segments.last().map_or(String::new(), |last| last.ident.to_string());
            let first = &segments[0];
            ("E0433", format!("cannot find `{last}` in `{first}`, as far as the playground knows"))
        } else {
            ("E0425", format!("cannot find {what} `{name}` in this scope"))
        };
        let mut diagnostic = Diagnostic::wrong(span, message).code(code).label("not found");
        if let Some(near) = near {
            diagnostic = diagnostic.hint(format!("there is something of a similar name: `{near}`"));
        }
        self.refuse(diagnostic)
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
            target: None,
        }));
        Some((Expr { span, kind }, types::of_method(&ty, method)))
    }

    fn call_value(&mut self, call: &syn::ExprCall, span: Span) -> (Expr, Ty) {
        let (place, _) = self.place(&call.func);
        let (args, _) = self.exprs(call.args.iter());
        (Expr { span, kind: Kind::CallValue(place, args) }, Ty::Unknown)
    }

    fn call_function(&mut self, index: u32, call: &syn::ExprCall, span: Span) -> (Expr, Ty) {
        let signature = self.signatures[index as usize].clone();
        let expected = signature.params + usize::from(signature.receiver.is_some());
        self.check_count(&signature.name, expected, call.args.len(), span, Some(signature.span));
        let (args, _) = self.exprs(call.args.iter());
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
        self.check_count(&shape.name, shape.fields.len(), call.args.len(), span, None);
        let (args, _) = self.exprs(call.args.iter());
        let shapes = shape.fields.iter().map(|field| &field.shape);
        let fields = args.into_iter().zip(shapes).enumerate();
        let fields =
            fields.map(|(index, (value, shape))| (index as u32, shaped(value, shape))).collect();
        let ty = Ty::Object(Rc::clone(&class));
        let object = super::super::ir::ObjectExpr { class, variant, fields, base: None };
        (Expr { span, kind: Kind::Object(Box::new(object)) }, ty)
    }

    fn call_builtin(&mut self, builtin: Builtin, call: &syn::ExprCall, span: Span) -> (Expr, Ty) {
        self.check_count(builtin.path(), builtin.count(), call.args.len(), span, None);
        let (args, types) = self.exprs(call.args.iter());
        let ty = types::of_builtin(builtin, &types);
        (Expr { span, kind: Kind::CallBuiltin(builtin, args) }, ty)
    }

    fn check_count(
        &mut self,
        name: &str,
        expected: usize,
        found: usize,
        span: Span,
        declared: Option<Span>,
    ) {
        if expected == found {
            return;
        }
        let arguments =
            |count: usize| format!("{count} argument{}", if count == 1 { "" } else { "s" });
        let verb = if found == 1 { "was" } else { "were" };
        let message = format!(
            "`{name}` takes {} but {} {verb} supplied",
            arguments(expected),
            arguments(found)
        );
        let mut diagnostic = Diagnostic::wrong(span, message).code("E0061");
        if let Some(declared) = declared {
            diagnostic = diagnostic.note(declared, "declared here");
        }
        self.report(diagnostic);
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
        let (moves, returns) = self.check_method(call, &name, method, &ty, root.as_ref());
        if let (Some(variable), Moves::Yes) = (&root, moves)
            && receiver.steps.is_empty()
        {
            self.takes(variable, receiver.span);
        }
        if moves == Moves::Yes && !receiver.steps.is_empty() {
            let shown = ty.shown().into();
            self.context().field_types.push((receiver.span, shown));
        }
        let self_span = self.own_method(&ty, &name).and_then(|method| method.self_span);
        let (args, _) = self.exprs(call.args.iter());
        let call = MethodCall { receiver, name, method, name_span, args, moves, self_span, target };
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
        root: Option<&super::context::Variable>,
    ) -> (Moves, Ty) {
        let name_span = self.span_of(call.method.span());
        if let Ty::Object(class) = ty.behind() {
            let key = (Rc::clone(&class.name), Rc::clone(name));
            if let Some(&index) = self.methods.get(&key) {
                let signature = self.signatures[index as usize].clone();
                let end = call.paren_token.span.close().byte_range().end;
                let start = call.method.span().byte_range().start;
                let span = self.span(start..end);
                let declared = Some(signature.span);
                self.check_count(name, signature.params, call.args.len(), span, declared);
                let moves = match signature.receiver {
                    Some(Receiver::Value) if !ty.is_reference() => ty.moves(),
                    _ => Moves::No,
                };
                if signature.receiver_mutable
                    && let Some(root) = root
                {
                    let span = self.span(span::expr(&call.receiver));
                    self.check_mutable(root, span);
                }
                return (moves, signature.returns);
            }
        }
        let known_anywhere =
            method.is_some() || self.methods.keys().any(|(_, known)| known == name);
        if !known_anywhere {
            if LIBRARY_METHODS.contains(&&**name) {
                let message = format!("`{name}` is outside of what the playground runs");
                self.report(Diagnostic::not_supported(name_span, message));
                return (Moves::Unknown, Ty::Unknown);
            }
            let of = ty.behind().name();
            let message = match of {
                Some(of) => format!("no method named `{name}` found for `{of}`"),
                None => format!("no method named `{name}` is known to the playground"),
            };
            let own: Vec<String> =
                self.methods.keys().map(|(_, known)| known.to_string()).collect();
            let library = Method::ALL.iter().map(|method| method.name());
            let known = own.iter().map(String::as_str).chain(library);
            let mut diagnostic = Diagnostic::wrong(name_span, message).code("E0599");
            diagnostic = diagnostic.label("method not found");
            if let Some(near) = builtin::nearest(name, known) {
                diagnostic = diagnostic.hint(format!("there is a method `{near}`"));
            }
            self.report(diagnostic);
            return (Moves::Unknown, Ty::Unknown);
        }
        let Some(method) = method else { return (Moves::Unknown, Ty::Unknown) };
        if let Some(root) = root
            && types::mutates(ty, method)
        {
            let span = self.span(span::expr(&call.receiver));
            self.check_mutable(root, span);
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
        let ty = closure.once.map_or(Ty::Unknown, Ty::Once);
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

/// Names of the library that a program may well use, and that the playground does not run.
const LIBRARY: &[&str] = &[
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "BinaryHeap",
    "Cow",
    "HashMap",
    "HashSet",
    "ManuallyDrop",
    "MaybeUninit",
    "Mutex",
    "OnceCell",
    "Pin",
    "RwLock",
    "VecDeque",
    "format_args",
    "i128",
    "set_hook",
    "spawn",
    "take_hook",
    "try_from",
    "u128",
];

/// Methods of such types.
const LIBRARY_METHODS: &[&str] = &[
    "contains_key",
    "entry",
    "keys",
    "or_default",
    "or_insert",
    "or_insert_with",
    "pop_back",
    "pop_front",
    "push_back",
    "push_front",
    "values",
    "values_mut",
];

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
