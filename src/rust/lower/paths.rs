//! Functions that are named by the type or trait they belong to: `i64::from(x)`, `Default::default()`,
//! `Iterator::map(i, f)`, `str::len`.

use std::cell::OnceCell;
use std::rc::Rc;

use super::{Lowerer, Named, effects};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Cast, Expr, Kind, MethodCall, Moves, Place, PlaceBase, Resolved};
use crate::rust::library::builtin::Method;
use crate::rust::syntax::span;

/// Traits of the library whose methods can be called by their paths.
const TRAITS: &[&str] = &[
    "Add",
    "AsMut",
    "AsRef",
    "Borrow",
    "Clone",
    "Debug",
    "Deref",
    "DerefMut",
    "Display",
    "Div",
    "DoubleEndedIterator",
    "ExactSizeIterator",
    "Extend",
    "Into",
    "IntoIterator",
    "Iterator",
    "Mul",
    "Neg",
    "Not",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Sub",
    "ToOwned",
    "ToString",
    "TryInto",
];

/// Types of the library whose methods can be called by their paths, besides those that are followed.
const TYPES: &[&str] = &["char", "str", "Ordering", "Weak", "PathBuf", "slice", "PoisonError"];

impl Lowerer<'_> {
    /// The segments of a path that may begin with a type in brackets: `<Dog as Animal>::speak`.
    pub(super) fn qualified(&self, path: &syn::ExprPath) -> Vec<String> {
        let segments = self.segments(&path.path);
        let Some(of) = &path.qself else { return segments };
        let name = match &*of.ty {
            syn::Type::Path(ty) => self.segments(&ty.path).pop(),
            _ => None,
        };
        let last = segments.last().cloned().unwrap_or_default();
        vec![name.unwrap_or_default(), last]
    }

    /// A call of a function of a type or trait of the library; `None` if there is no such thing.
    pub(super) fn call_by_path(
        &mut self,
        path: &syn::ExprPath,
        call: &syn::ExprCall,
        span: Span,
        wanted: &Ty,
    ) -> Option<(Expr, Ty)> {
        let segments = self.qualified(path);
        let [of, name] = &segments[..] else { return None };
        if of == "ExitCode" {
            // It has a function for that, and no type to follow.
            return None;
        }
        let ty = self.type_of_prefix(path);
        if name == "default" && call.args.is_empty() {
            return self.default_of_path(of, ty, wanted, span);
        }
        if let (Some(converted), "from") = (cast_to(&ty), &**name)
            && let Some(value) = call.args.first()
        {
            let (value, _) = self.expr(value);
            return Some((Expr { span, kind: Kind::Cast(Box::new(value), converted) }, ty));
        }
        // What makes such a value is a method of what it is made of.
        let (method, target) = match &**name {
            "try_from" => (Method::TryInto, Ty::Result(Rc::new(ty.clone()), Rc::default())),
            "from" => (Method::Into, ty.clone()),
            "from_str" => (Method::Parse, Ty::Result(Rc::new(ty.clone()), Rc::default())),
            "from_str_radix" => {
                (Method::FromStrRadix, Ty::Result(Rc::new(ty.clone()), Rc::default()))
            }
            "from_iter" => (Method::Collect, ty.clone()),
            name => {
                let method = Method::from_name(name);
                return self.call_of_trait(of, name, method, call, span, wanted);
            }
        };
        if matches!(ty, Ty::Unknown) {
            return None;
        }
        let mut args = call.args.iter();
        let (value, _) = self.expr(args.next()?);
        let (args, _) = self.exprs(args);
        let receiver = self.in_temporary(value);
        let returns = match method {
            Method::Into | Method::Collect => ty,
            _ => target.clone(),
        };
        let method_call = MethodCall {
            receiver,
            name: method.name().into(),
            own: OnceCell::new(),
            resolved: Resolved::No,
            method: Some(method),
            name_span: span,
            args,
            moves: Moves::Unknown,
            self_span: None,
            diverges: false,
            target,
        };
        Some((Expr { span, kind: Kind::CallMethod(Box::new(method_call)) }, returns))
    }

    fn default_of_path(&mut self, of: &str, ty: Ty, wanted: &Ty, span: Span) -> Option<(Expr, Ty)> {
        // What is in a `RefCell` or `Box` is said by what is wanted.
        let says_more = std::mem::discriminant(&ty) == std::mem::discriminant(wanted);
        let ty = if of == "Default" || says_more { wanted.clone() } else { ty };
        if matches!(ty, Ty::Unknown) {
            if of != "Default" {
                return None;
            }
            let message = "of which type a default is wanted here is not known to the playground";
            let hint = "write the type: `String::default()`, or the value";
            return Some(self.refuse(Diagnostic::not_supported(span, message).hint(hint)));
        }
        Some((Expr { span, kind: Kind::Default(ty.clone()) }, ty))
    }

    /// A method with its receiver as the first argument.
    fn call_of_trait(
        &mut self,
        of: &str,
        name: &str,
        method: Option<Method>,
        call: &syn::ExprCall,
        span: Span,
        wanted: &Ty,
    ) -> Option<(Expr, Ty)> {
        if !self.has_methods(of, name, method) {
            return None;
        }
        let mut args = call.args.iter();
        let (value, ty) = self.expr(args.next()?);
        let mut receiver = self.in_temporary(value);
        receiver.mutable = matches!(ty, Ty::RefMut(_));
        let (args, _) = self.exprs(args);
        let target = self.turbofish(call).unwrap_or_else(|| wanted.clone());
        let returns = method.map_or(Ty::Unknown, |method| effects::of_method(&ty, method));
        let kind = Kind::CallMethod(Box::new(MethodCall {
            receiver,
            name: method_name(of, name),
            own: OnceCell::new(),
            resolved: Resolved::No,
            method,
            name_span: span,
            args,
            moves: Moves::Unknown,
            self_span: None,
            diverges: false,
            target,
        }));
        Some((Expr { span, kind }, returns))
    }

    /// The type after the last `::<` of the function that is called.
    fn turbofish(&mut self, call: &syn::ExprCall) -> Option<Ty> {
        let syn::Expr::Path(path) = &*call.func else { return None };
        let last = path.path.segments.last()?;
        let ty = super::written::type_arguments(&last.arguments).first().copied()?;
        Some(self.ty(ty))
    }

    /// Whether a type or trait of that name has such a method, as far as the playground knows.
    fn has_methods(&self, of: &str, name: &str, method: Option<Method>) -> bool {
        match self.names.get(of) {
            Some(Named::Trait) => self.has_own_method(name),
            Some(Named::Type(_)) => method.is_some(),
            _ => method.is_some() && (TRAITS.contains(&of) || is_library_type(of)),
        }
    }

    /// The name of a method used as a value: `map(str::len)`.
    pub(super) fn method_as_value(
        &mut self,
        path: &syn::ExprPath,
        wanted: &Ty,
    ) -> Option<(Expr, Ty)> {
        let segments = self.qualified(path);
        let [of, name] = &segments[..] else { return None };
        let range = span::path(&path.path);
        let span = self.span(range);
        let ty = self.type_of_prefix(path);
        let (method, target) = match &**name {
            "from" if !matches!(ty, Ty::Unknown) => (Some(Method::Into), ty),
            "try_from" if !matches!(ty, Ty::Unknown) => {
                (Some(Method::TryInto), Ty::Result(Rc::new(ty), Rc::default()))
            }
            name => (Method::from_name(name), wanted.clone()),
        };
        let name = method.map_or(&**name, |method| match method {
            Method::Into | Method::TryInto => method.name(),
            _ => name,
        });
        if !self.has_methods(of, name, method) && method.is_none_or(|it| it != Method::Into) {
            return None;
        }
        let call = MethodCall {
            // The first argument takes its place.
            receiver: Place::new(PlaceBase::Local(0), span),
            name: method_name(of, name),
            own: OnceCell::new(),
            resolved: Resolved::No,
            method,
            name_span: span,
            args: Vec::new(),
            moves: Moves::Unknown,
            self_span: None,
            diverges: false,
            target,
        };
        Some((Expr { span, kind: Kind::Method(Rc::new(call)) }, Ty::Unknown))
    }

    /// The type that a path names before its last segment.
    fn type_of_prefix(&mut self, path: &syn::ExprPath) -> Ty {
        if let Some(of) = &path.qself {
            return self.ty(&of.ty);
        }
        let count = path.path.segments.len();
        match count.checked_sub(2).and_then(|index| path.path.segments.get(index)) {
            Some(segment) => self.segment_ty(segment, &syn::Generics::default()),
            None => Ty::Unknown,
        }
    }
}

/// The name under which a method of a trait is kept.
fn method_name(of: &str, name: &str) -> Rc<str> {
    match (of, name) {
        ("Debug", "fmt") => "fmt(Debug)".into(),
        _ => name.into(),
    }
}

fn is_library_type(name: &str) -> bool {
    TYPES.contains(&name)
        || crate::rust::value::number::IntKind::from_name(name).is_some()
        || matches!(
            name,
            "bool"
                | "f32"
                | "f64"
                | "i128"
                | "u128"
                | "String"
                | "Option"
                | "Result"
                | "Vec"
                | "VecDeque"
                | "BTreeMap"
                | "BTreeSet"
                | "HashMap"
                | "HashSet"
                | "Box"
                | "Rc"
                | "Cell"
                | "RefCell"
                | "Mutex"
                | "RwLock"
                | "ManagedFile"
                | "ManagedLock"
                | "ExitStack"
        )
}

/// The cast that `from` of a primitive type is.
fn cast_to(ty: &Ty) -> Option<Cast> {
    Some(match ty {
        Ty::Int(kind) => Cast::Int(*kind),
        Ty::Wide { signed } => Cast::Wide { signed: *signed },
        Ty::Float => Cast::Float,
        Ty::Float32 => Cast::Float32,
        Ty::Char => Cast::Char,
        _ => return None,
    })
}
