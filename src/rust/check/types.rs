//! What is known of types. The playground does not check types: it follows them as far as it takes to
//! tell a move from a copy, to give literals their width, and to make what is asked for by its type
//! alone (`parse`, `collect`, `into`, `default`).

use std::rc::Rc;

use crate::run::diagnostic::Span;
use crate::rust::ir::{Moves, Owning, Shape, Type};
use crate::rust::value::number::IntKind;

/// A type, as far as it is known.
#[derive(Clone, Default)]
pub(in crate::rust) enum Ty {
    /// Nothing is known.
    #[default]
    Unknown,
    /// Something was wrong with the expression, and was reported.
    Refused,
    /// Some type that is `Copy`.
    Copy,
    Unit,
    Bool,
    Char,
    Int(IntKind),
    /// `i128`, or `u128`.
    Wide {
        signed: bool,
    },
    Float,
    Float32,
    /// A literal that nothing has given a type yet.
    OpenFloat,
    Str,
    String,
    File,
    Lock,
    Error,
    ExitStack,
    Option(Rc<Ty>),
    Result(Rc<Ty>, Rc<Ty>),
    /// A `Vec`, `VecDeque` or slice.
    Vec(Rc<Ty>),
    /// An array, with its length where that is a literal.
    Array(Rc<Ty>, Option<usize>),
    Map(Collection, Rc<Ty>, Rc<Ty>),
    Set(Collection, Rc<Ty>),
    /// What `entry` of a map to such values returns.
    Entry(Rc<Ty>),
    Box(Rc<Ty>),
    Rc(Rc<Ty>),
    Cell(Rc<Ty>),
    RefCell(Rc<Ty>),
    /// A `Mutex` or `RwLock`, by its name.
    Locked(&'static str, Rc<Ty>),
    ManuallyDrop(Rc<Ty>),
    /// `&T`
    Ref(Rc<Ty>),
    /// `&mut T`, which does not copy, but is lent anew wherever it is used.
    RefMut(Rc<Ty>),
    Tuple(Rc<[Ty]>),
    Object(Rc<Type>),
    /// An `Option`, `Result` or iterator of such values: what `map` returns of what is not known.
    Mapped(Rc<Ty>),
    /// Some type that becomes this one by `into`.
    Into(Rc<Ty>),
    Closure {
        params: usize,
        /// Its parameters, with the word before them.
        head: Span,
        /// What a call of it returns.
        returns: Rc<Ty>,
        /// What it gives away, if it does, is named at that place: it can be called once.
        once: Option<Span>,
    },
    /// A type of the library that is certainly not `Copy`, by its name.
    Moves(Rc<str>),
}

/// How a map or set keeps its keys. Both keep them in order here, which a program for `HashMap` must
/// not count on and cannot see to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Collection {
    BTree,
    Hash,
}

impl Ty {
    pub(in crate::rust) fn option(inner: Ty) -> Self {
        Self::Option(Rc::new(inner))
    }

    pub(in crate::rust) fn result(inner: Ty) -> Self {
        Self::Result(Rc::new(inner), Rc::new(Self::Error))
    }

    pub(in crate::rust) fn vec(inner: Ty) -> Self {
        Self::Vec(Rc::new(inner))
    }

    /// Whether using a value of this type moves it.
    pub(in crate::rust) fn moves(&self) -> Moves {
        match self {
            Self::Unknown
            | Self::Refused
            | Self::Into(_)
            | Self::Mapped(_)
            | Self::Closure { once: None, .. } => Moves::Unknown,
            Self::Copy
            | Self::Unit
            | Self::Bool
            | Self::Char
            | Self::Int(_)
            | Self::Wide { .. }
            | Self::Float
            | Self::Float32
            | Self::OpenFloat
            | Self::Str
            | Self::Ref(_)
            | Self::RefMut(_) => Moves::No,
            Self::Option(inner) | Self::Array(inner, _) | Self::ManuallyDrop(inner) => {
                inner.moves()
            }
            Self::Result(value, error) => either(value.moves(), error.moves()),
            Self::Tuple(all) => all.iter().fold(Moves::No, |sum, ty| either(sum, ty.moves())),
            Self::Object(class) if class.is_copy.get() => Moves::No,
            _ => Moves::Yes,
        }
    }

    /// The type behind references, boxes and counted pointers.
    pub(in crate::rust) fn behind(&self) -> &Ty {
        match self {
            Self::Ref(inner)
            | Self::RefMut(inner)
            | Self::Box(inner)
            | Self::Rc(inner)
            | Self::ManuallyDrop(inner) => inner.behind(),
            _ => self,
        }
    }

    /// The type behind references only.
    pub(in crate::rust) fn referred(&self) -> &Ty {
        match self {
            Self::Ref(inner) | Self::RefMut(inner) => inner.referred(),
            _ => self,
        }
    }

    pub(in crate::rust) fn is_reference(&self) -> bool {
        matches!(self, Self::Ref(_) | Self::RefMut(_))
    }

    /// Whether it is a number, a truth value, a character or `()`.
    pub(in crate::rust) fn is_plain(&self) -> bool {
        matches!(self, Self::Unit | Self::Bool | Self::Char) || self.is_number()
    }

    pub(in crate::rust) fn is_number(&self) -> bool {
        matches!(
            self,
            Self::Int(_) | Self::Wide { .. } | Self::Float | Self::Float32 | Self::OpenFloat
        )
    }

    /// Whether a function of that type gives nothing back, or never comes back.
    pub(in crate::rust) fn is_unit_or_never(&self, tree: &syn::Type) -> bool {
        matches!(self, Self::Unit) || matches!(tree, syn::Type::Never(_))
    }

    /// The type of the elements of a list.
    pub(in crate::rust) fn element(&self) -> Ty {
        match self {
            Self::Vec(inner) | Self::Array(inner, _) => (**inner).clone(),
            _ => Self::Unknown,
        }
    }

    /// The type as text, with `_` for what is not known.
    pub(in crate::rust) fn shown(&self) -> String {
        match self {
            Self::Unknown | Self::Refused | Self::Copy | Self::Into(_) | Self::Mapped(_) => {
                "_".into()
            }
            Self::Unit => "()".into(),
            Self::Bool => "bool".into(),
            Self::Char => "char".into(),
            Self::Int(kind) => kind.name().into(),
            Self::Wide { signed } => if *signed { "i128" } else { "u128" }.into(),
            Self::Float | Self::OpenFloat => "f64".into(),
            Self::Float32 => "f32".into(),
            Self::Option(inner) => format!("Option<{}>", inner.shown()),
            Self::Result(value, error) => format!("Result<{}, {}>", value.shown(), error.shown()),
            Self::Vec(inner) => format!("Vec<{}>", inner.shown()),
            Self::Array(inner, Some(length)) => format!("[{}; {length}]", inner.shown()),
            Self::Array(inner, None) => format!("[{}; _]", inner.shown()),
            Self::Map(collection, key, value) => {
                format!("{}Map<{}, {}>", collection.name(), key.shown(), value.shown())
            }
            Self::Set(collection, key) => format!("{}Set<{}>", collection.name(), key.shown()),
            Self::Entry(value) => format!("Entry<_, {}>", value.shown()),
            Self::Box(inner) => format!("Box<{}>", inner.shown()),
            Self::Rc(inner) => format!("Rc<{}>", inner.shown()),
            Self::Cell(inner) => format!("Cell<{}>", inner.shown()),
            Self::RefCell(inner) => format!("RefCell<{}>", inner.shown()),
            Self::Locked(name, inner) => format!("{name}<{}>", inner.shown()),
            Self::ManuallyDrop(inner) => format!("ManuallyDrop<{}>", inner.shown()),
            Self::Ref(inner) => format!("&{}", inner.shown()),
            Self::RefMut(inner) => format!("&mut {}", inner.shown()),
            Self::Tuple(all) => {
                let all: Vec<_> = all.iter().map(Self::shown).collect();
                let comma = if all.len() == 1 { "," } else { "" };
                format!("({}{comma})", all.join(", "))
            }
            Self::Closure { .. } => "closure".into(),
            Self::Moves(name) => name.to_string(),
            _ => self.name().unwrap_or_default(),
        }
    }

    /// How one can have a second value like it.
    pub(in crate::rust) fn owning(&self) -> Owning {
        match self {
            Self::File | Self::Lock | Self::ExitStack => Owning::Guard,
            Self::Rc(_) => Owning::Counted,
            Self::String | Self::Error => Owning::Cloned,
            Self::Option(inner)
            | Self::Vec(inner)
            | Self::Array(inner, _)
            | Self::Set(_, inner)
            | Self::Map(_, _, inner)
            | Self::Box(inner)
            | Self::ManuallyDrop(inner)
            | Self::RefCell(inner) => match inner.owning() {
                Owning::Guard => Owning::Guard,
                Owning::NotCloned | Owning::Once(_) => Owning::NotCloned,
                Owning::Counted | Owning::Cloned => Owning::Cloned,
                Owning::Unknown if inner.moves() == Moves::No => Owning::Cloned,
                Owning::Unknown => Owning::Unknown,
            },
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
    pub(in crate::rust) fn name(&self) -> Option<String> {
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
            Self::Array(..) => "[_; _]".into(),
            Self::Map(collection, ..) => format!("{}Map<_, _>", collection.name()),
            Self::Set(collection, _) => format!("{}Set<_>", collection.name()),
            Self::Box(_) => "Box<_>".into(),
            Self::Rc(_) => "Rc<_>".into(),
            Self::RefCell(_) => "RefCell<_>".into(),
            Self::Object(class) => class.name.to_string(),
            ty if ty.is_plain() => ty.shown(),
            _ => return None,
        })
    }

    /// The same for a part of a value, where nothing becomes a `&str` by itself.
    fn shape_within(&self) -> Shape {
        match self.shape() {
            Shape::Text => Shape::Any,
            shape => shape,
        }
    }

    /// The shape it gives to a value that arrives where it was declared.
    pub(in crate::rust) fn shape(&self) -> Shape {
        let of = |inner: &Ty| match inner.shape_within() {
            Shape::Any => Shape::Any,
            shape => Shape::Of(Rc::new(shape)),
        };
        match self {
            Self::Int(kind) if *kind != IntKind::Open => Shape::Int(*kind),
            Self::Wide { signed } => Shape::Wide { signed: *signed },
            Self::Float32 => Shape::Float32,
            Self::Float => Shape::Float,
            Self::Str => Shape::Text,
            Self::Ref(inner) | Self::RefMut(inner) => inner.shape_within(),
            Self::Option(inner)
            | Self::Vec(inner)
            | Self::Array(inner, _)
            | Self::Box(inner)
            | Self::Rc(inner)
            | Self::Cell(inner)
            | Self::RefCell(inner)
            | Self::Locked(_, inner)
            | Self::ManuallyDrop(inner) => of(inner),
            Self::Result(value, error) => match (value.shape_within(), error.shape_within()) {
                (Shape::Any, Shape::Any) => Shape::Any,
                (value, error) => Shape::Result(Rc::new(value), Rc::new(error)),
            },
            Self::Tuple(all) => {
                let shapes: Rc<[Shape]> = all.iter().map(Ty::shape_within).collect();
                match shapes.iter().all(|shape| *shape == Shape::Any) {
                    true => Shape::Any,
                    false => Shape::Tuple(shapes),
                }
            }
            _ => Shape::Any,
        }
    }
}

impl Collection {
    pub(in crate::rust) fn name(self) -> &'static str {
        match self {
            Self::BTree => "BTree",
            Self::Hash => "Hash",
        }
    }
}

fn either(a: Moves, b: Moves) -> Moves {
    match (a, b) {
        (Moves::Yes, _) | (_, Moves::Yes) => Moves::Yes,
        (Moves::No, Moves::No) => Moves::No,
        _ => Moves::Unknown,
    }
}
