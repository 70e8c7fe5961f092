//! What is known of types before a run. The playground does not check types: it follows them as far
//! as it takes to tell a move from a copy, and to give literals their width.

use std::rc::Rc;

use syn::{GenericArgument, PathArguments};

use super::super::builtin::{Builtin, Method};
use super::super::diagnostic::Span;
use super::super::ir::{Moves, Owning, Shape, Type, Wanted};
use super::super::number::IntKind;

/// A type, as far as it is known.
#[derive(Clone)]
pub(super) enum Ty {
    /// Nothing is known.
    Unknown,
    /// Something was wrong with the expression, and was reported.
    Refused,
    /// Some type that is `Copy`.
    Copy,
    /// A plain one, by its name; `{integer}` and `{float}` for literals that nothing gave one yet.
    Plain(&'static str),
    Str,
    String,
    File,
    Lock,
    Error,
    ExitStack,
    Option(Rc<Ty>),
    Result(Rc<Ty>, Rc<Ty>),
    Vec(Rc<Ty>),
    Box(Rc<Ty>),
    Rc(Rc<Ty>),
    RefCell(Rc<Ty>),
    /// `&T`
    Ref(Rc<Ty>),
    /// `&mut T`, which does not copy, but is lent anew wherever it is used.
    RefMut(Rc<Ty>),
    Tuple(Rc<[Ty]>),
    Object(Rc<Type>),
    Closure {
        params: usize,
        /// Its parameters, with the word before them.
        head: Span,
        /// What it gives away, if it does, is named at that place: it can be called once.
        once: Option<Span>,
    },
    /// A type that is certainly not `Copy`.
    Moves,
}

impl Ty {
    pub(super) fn option(inner: Ty) -> Self {
        Self::Option(Rc::new(inner))
    }

    pub(super) fn result(inner: Ty) -> Self {
        Self::Result(Rc::new(inner), Rc::new(Self::Error))
    }

    pub(super) fn vec(inner: Ty) -> Self {
        Self::Vec(Rc::new(inner))
    }

    /// Whether using a value of this type moves it.
    pub(super) fn moves(&self) -> Moves {
        match self {
            Self::Unknown | Self::Refused | Self::Closure { once: None, .. } => Moves::Unknown,
            Self::Copy | Self::Plain(_) | Self::Str | Self::Ref(_) | Self::RefMut(_) => Moves::No,
            Self::Option(inner) => inner.moves(),
            Self::Result(value, error) => either(value.moves(), error.moves()),
            Self::Tuple(all) => all.iter().fold(Moves::No, |sum, ty| either(sum, ty.moves())),
            Self::Object(class) if class.is_copy.get() => Moves::No,
            _ => Moves::Yes,
        }
    }

    /// The type behind references, boxes and counted pointers.
    pub(super) fn behind(&self) -> &Ty {
        match self {
            Self::Ref(inner) | Self::RefMut(inner) | Self::Box(inner) | Self::Rc(inner) => {
                inner.behind()
            }
            _ => self,
        }
    }

    /// The type behind references only.
    pub(super) fn referred(&self) -> &Ty {
        match self {
            Self::Ref(inner) | Self::RefMut(inner) => inner.referred(),
            _ => self,
        }
    }

    pub(super) fn is_reference(&self) -> bool {
        matches!(self, Self::Ref(_) | Self::RefMut(_))
    }

    /// Whether a function of that type gives nothing back, or never comes back.
    pub(super) fn is_unit_or_never(&self, tree: &syn::Type) -> bool {
        matches!(self, Self::Plain("()")) || matches!(tree, syn::Type::Never(_))
    }

    /// The type as text, with `_` for what is not known.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Unknown | Self::Refused | Self::Copy | Self::Moves => "_".into(),
            Self::Plain("{integer}") => "i32".into(),
            Self::Plain("{float}") => "f64".into(),
            Self::Plain(name) => (*name).into(),
            Self::Option(inner) => format!("Option<{}>", inner.shown()),
            Self::Result(value, error) => format!("Result<{}, {}>", value.shown(), error.shown()),
            Self::Vec(inner) => format!("Vec<{}>", inner.shown()),
            Self::Box(inner) => format!("Box<{}>", inner.shown()),
            Self::Rc(inner) => format!("Rc<{}>", inner.shown()),
            Self::RefCell(inner) => format!("RefCell<{}>", inner.shown()),
            Self::Ref(inner) => format!("&{}", inner.shown()),
            Self::RefMut(inner) => format!("&mut {}", inner.shown()),
            Self::Tuple(all) => {
                let all: Vec<_> = all.iter().map(Self::shown).collect();
                let comma = if all.len() == 1 { "," } else { "" };
                format!("({}{comma})", all.join(", "))
            }
            Self::Closure { .. } => "closure".into(),
            _ => self.name().unwrap_or_default(),
        }
    }

    /// How one can have a second value like it.
    pub(super) fn owning(&self) -> Owning {
        match self {
            Self::File | Self::Lock | Self::ExitStack => Owning::Guard,
            Self::Rc(_) => Owning::Counted,
            Self::String | Self::Error => Owning::Cloned,
            Self::Option(inner) | Self::Vec(inner) | Self::Box(inner) | Self::RefCell(inner) => {
                match inner.owning() {
                    Owning::Guard => Owning::Guard,
                    Owning::NotCloned | Owning::Once(_) => Owning::NotCloned,
                    Owning::Counted | Owning::Cloned => Owning::Cloned,
                    Owning::Unknown if inner.moves() == Moves::No => Owning::Cloned,
                    Owning::Unknown => Owning::Unknown,
                }
            }
            Self::Result(inner, _) => match inner.owning() {
                Owning::Guard => Owning::Guard,
                _ => Owning::Unknown,
            },
            Self::Object(class) if class.implements("Clone") => Owning::Cloned,
            Self::Object(_) => Owning::NotCloned,
            Self::Closure { once: Some(span), .. } => Owning::Once(*span),
            _ => Owning::Unknown,
        }
    }

    /// The name to show: that of the type without its parameters.
    pub(super) fn name(&self) -> Option<String> {
        Some(match self {
            Self::Str => "&str".into(),
            Self::String => "String".into(),
            Self::File => "ManagedFile".into(),
            Self::Lock => "ManagedLock".into(),
            Self::Error => "Error".into(),
            Self::ExitStack => "ExitStack".into(),
            Self::Option(_) => "Option<_>".into(),
            Self::Result(..) => "Result<_, _>".into(),
            Self::Vec(_) => "Vec<_>".into(),
            Self::Box(_) => "Box<_>".into(),
            Self::Rc(_) => "Rc<_>".into(),
            Self::RefCell(_) => "RefCell<_>".into(),
            Self::Object(class) => class.name.to_string(),
            Self::Plain(_) => self.shown(),
            _ => return None,
        })
    }
}

/// The name of a plain type, kept for good.
pub(super) fn plain(name: &str) -> Option<&'static str> {
    match name {
        "bool" => Some("bool"),
        "char" => Some("char"),
        "f32" => Some("f32"),
        "f64" => Some("f64"),
        name => IntKind::from_name(name).map(IntKind::name),
    }
}

fn either(a: Moves, b: Moves) -> Moves {
    match (a, b) {
        (Moves::Yes, _) | (_, Moves::Yes) => Moves::Yes,
        (Moves::No, Moves::No) => Moves::No,
        _ => Moves::Unknown,
    }
}

/// What a function of the library returns.
pub(super) fn of_builtin(builtin: Builtin, args: &[Ty]) -> Ty {
    use Builtin as B;
    let first = || args.first().cloned().unwrap_or(Ty::Unknown);
    match builtin {
        B::FileOpen | B::FileCreate | B::FileAppend | B::FileWithOptions => Ty::result(Ty::File),
        B::LockExclusive | B::LockShared => Ty::result(Ty::Lock),
        B::ExitStackNew => Ty::ExitStack,
        B::ErrorOther | B::ErrorFrom => Ty::Error,
        B::ReadToString => Ty::result(Ty::String),
        B::ReadDir => Ty::result(Ty::vec(Ty::String)),
        B::Write | B::Rename | B::RemoveFile | B::RemoveDir | B::CreateDir | B::CreateDirAll => {
            Ty::result(Ty::Copy)
        }
        B::Metadata => Ty::result(Ty::Copy),
        B::StringNew | B::StringFrom | B::StringWithCapacity => Ty::String,
        B::VecNew | B::VecWithCapacity => Ty::vec(Ty::Unknown),
        B::BoxNew => Ty::Box(Rc::new(first())),
        B::RcNew => Ty::Rc(Rc::new(first())),
        B::RcClone => first().referred().clone(),
        B::RefCellNew => Ty::RefCell(Rc::new(first())),
        B::RcDowngrade | B::WeakNew | B::CellNew | B::CatchUnwind => Ty::Moves,
        B::Some => Ty::option(first()),
        B::Ok => Ty::Result(Rc::new(first()), Rc::new(Ty::Unknown)),
        B::Err => Ty::Result(Rc::new(Ty::Unknown), Rc::new(first())),
        B::Replace | B::Take => first().referred().clone(),
        B::Drop | B::Forget | B::Sleep | B::Exists | B::Panicking | B::Swap => Ty::Copy,
        B::RcStrongCount | B::RcWeakCount | B::RcPtrEq => Ty::Copy,
        B::OptionsNew | B::FromMillis | B::FromSecs => Ty::Copy,
        _ => Ty::Unknown,
    }
}

/// What a method of the library returns.
pub(super) fn of_method(receiver: &Ty, method: Method) -> Ty {
    use Method as M;
    let this = receiver.behind();
    match (this, method) {
        (_, M::ToString | M::ToUppercase | M::ToLowercase | M::Join) => Ty::String,
        (_, M::Len | M::IsEmpty | M::IsSome | M::IsNone | M::IsOk | M::IsErr | M::Contains) => {
            Ty::Copy
        }
        (Ty::Str, M::ToOwned) => Ty::String,
        (Ty::Str | Ty::String, M::Trim | M::AsStr) => Ty::Str,
        (_, M::Clone) => receiver.referred().clone(),
        (Ty::File, M::ReadToString) => Ty::result(Ty::String),
        (Ty::File | Ty::Lock | Ty::ExitStack, M::Close) => Ty::result(Ty::Copy),
        (Ty::File, M::Write | M::Flush | M::Read | M::Seek) => Ty::result(Ty::Copy),
        (Ty::File | Ty::Lock, M::Path) => Ty::String,
        (Ty::Option(inner), M::Unwrap | M::Expect | M::UnwrapOr | M::UnwrapOrElse) => {
            (**inner).clone()
        }
        (Ty::Result(inner, _), M::Unwrap | M::Expect | M::UnwrapOr | M::UnwrapOrElse) => {
            (**inner).clone()
        }
        (Ty::Result(_, error), M::UnwrapErr | M::ExpectErr) => (**error).clone(),
        (Ty::Result(inner, _), M::Ok) => Ty::Option(Rc::clone(inner)),
        (Ty::Result(_, error), M::Err) => Ty::Option(Rc::clone(error)),
        (Ty::Result(inner, _), M::MapErr) => Ty::Result(Rc::clone(inner), Rc::new(Ty::Unknown)),
        (Ty::Option(inner), M::Take | M::Replace) => Ty::Option(Rc::clone(inner)),
        (Ty::Option(inner), M::OkOr | M::OkOrElse) => {
            Ty::Result(Rc::clone(inner), Rc::new(Ty::Unknown))
        }
        (Ty::Vec(inner), M::Pop) => Ty::Option(Rc::clone(inner)),
        (Ty::RefCell(inner), M::IntoInner) => (**inner).clone(),
        (Ty::Vec(inner), M::Remove) => (**inner).clone(),
        _ => Ty::Unknown,
    }
}

/// Whether a method of the library takes its receiver by value.
pub(super) fn consumes(receiver: &Ty, method: Method) -> Moves {
    use Method as M;
    let consuming = match receiver {
        Ty::File | Ty::Lock | Ty::ExitStack => method == M::Close,
        Ty::Option(_) | Ty::Result(..) => method.takes_option(),
        Ty::Vec(_) => method == M::IntoIter,
        Ty::String => method == M::IntoBytes,
        Ty::RefCell(_) => method == M::IntoInner,
        Ty::Unknown | Ty::Refused | Ty::Moves => return Moves::Unknown,
        _ => false,
    };
    if consuming { receiver.moves() } else { Moves::No }
}

/// Whether a method of the library wants its receiver to be mutable.
pub(super) fn mutates(receiver: &Ty, method: Method) -> bool {
    use Method as M;
    match receiver {
        Ty::File => {
            use M::{Flush, Read, ReadToString, Seek, Write, WriteAll};
            matches!(method, Write | WriteAll | Read | ReadToString | Flush | Seek)
        }
        Ty::Vec(_) => {
            use M::{Append, Clear, Drain, Extend, Insert, Pop, Push, Remove, Truncate};
            matches!(
                method,
                Push | Pop | Insert | Remove | Clear | Truncate | Drain | Extend | Append
            ) || matches!(method, M::Sort | M::Reverse | M::Retain | M::IterMut)
        }
        Ty::String => matches!(method, M::Push | M::PushStr | M::Pop | M::Clear | M::Truncate),
        Ty::Option(_) => matches!(method, M::Take | M::Replace | M::Insert | M::AsMut),
        Ty::ExitStack => matches!(method, M::Hold | M::Defer),
        _ => false,
    }
}

/// The shape a declared type gives to what arrives there.
pub(super) fn shape(tree: &syn::Type) -> Shape {
    match tree {
        syn::Type::Paren(inner) => shape(&inner.elem),
        syn::Type::Group(inner) => shape(&inner.elem),
        syn::Type::Reference(inner) => shape(&inner.elem),
        syn::Type::Array(inner) => of_shape(shape(&inner.elem)),
        syn::Type::Slice(inner) => of_shape(shape(&inner.elem)),
        syn::Type::Tuple(tuple) => {
            let shapes: Rc<[Shape]> = tuple.elems.iter().map(shape).collect();
            if shapes.iter().all(|shape| *shape == Shape::Any) {
                Shape::Any
            } else {
                Shape::Tuple(shapes)
            }
        }
        syn::Type::Path(path) => {
            let Some(last) = path.path.segments.last() else { return Shape::Any };
            let name = last.ident.to_string();
            if let Some(kind) = IntKind::from_name(&name) {
                return Shape::Int(kind);
            }
            let arguments = type_arguments(&last.arguments);
            match (name.as_str(), &arguments[..]) {
                ("f32", _) => Shape::Float32,
                ("Option" | "Vec" | "Box" | "Rc" | "Cell" | "RefCell" | "VecDeque", [inner]) => {
                    of_shape(shape(inner))
                }
                ("Result", [value, rest @ ..]) => {
                    let error = rest.first().map_or(Shape::Any, |error| shape(error));
                    match (shape(value), error) {
                        (Shape::Any, Shape::Any) => Shape::Any,
                        (value, error) => Shape::Result(Rc::new(value), Rc::new(error)),
                    }
                }
                _ => Shape::Any,
            }
        }
        _ => Shape::Any,
    }
}

fn of_shape(shape: Shape) -> Shape {
    if shape == Shape::Any { Shape::Any } else { Shape::Of(Rc::new(shape)) }
}

/// The types between `<` and `>`.
pub(super) fn type_arguments(arguments: &PathArguments) -> Vec<&syn::Type> {
    match arguments {
        PathArguments::AngleBracketed(arguments) => angle_arguments(arguments),
        _ => Vec::new(),
    }
}

/// The types between `<` and `>`.
pub(super) fn angle_arguments(arguments: &syn::AngleBracketedGenericArguments) -> Vec<&syn::Type> {
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

/// The type a generic method is asked for.
pub(super) fn wanted(tree: &syn::Type) -> Option<Wanted> {
    let path = match tree {
        syn::Type::Path(path) => path,
        syn::Type::Reference(reference) => return wanted(&reference.elem),
        syn::Type::Paren(inner) => return wanted(&inner.elem),
        _ => return None,
    };
    let last = path.path.segments.last()?;
    let name = last.ident.to_string();
    let arguments = type_arguments(&last.arguments);
    let inner = || arguments.first().and_then(|inner| wanted(inner)).map(Rc::new);
    if let Some(kind) = IntKind::from_name(&name) {
        return Some(Wanted::Int(kind));
    }
    Some(match name.as_str() {
        "f64" | "f32" => Wanted::Float,
        "bool" => Wanted::Bool,
        "char" => Wanted::Char,
        "str" => Wanted::Str,
        "String" => Wanted::String,
        "Vec" | "VecDeque" => Wanted::Vec(inner()),
        "BTreeMap" | "HashMap" => Wanted::Map,
        "Result" => Wanted::Result(inner()),
        "Option" => Wanted::Option(inner()),
        _ => Wanted::Named(name.into()),
    })
}
