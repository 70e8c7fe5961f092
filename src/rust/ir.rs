//! What a program is lowered to: names are slots and indexes, and everything that the chapter
//! *Destructors* of the Rust Reference leaves unwritten in the source is written out here.
//!
//! - A **slot** is a place on the stack of the machine. Each variable and each temporary has one, and
//!   a later one has a higher number, so "in reverse order of declaration" is "from high to low".
//! - A **scope** is a range of slots that is dropped, from high to low, when control leaves it by
//!   whatever way. [`Scope`]s are those that a person sees (a body, a block, an arm); [`Temps`] are
//!   those of temporaries (a statement, a condition, the tail of a block), which nobody names.
//! - A **drop flag** needs no place of its own: a slot that was moved out of holds `Moved`.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::eval::user_methods::{Named, OwnMethods};
use crate::rust::library::builtin::{Builtin, Method};
use crate::rust::value::number::{Arithmetic, Int, IntKind};

/// A whole program.
pub(super) struct Program {
    pub(super) source: Rc<str>,
    pub(super) functions: Vec<Rc<Function>>,
    /// The index of `main`.
    pub(super) main: u32,
    pub(super) methods: OwnMethods,
}

impl Program {
    /// The source at a span.
    pub(super) fn text(&self, span: Span) -> &str {
        self.source.get(span.start as usize..span.end as usize).unwrap_or("")
    }
}

/// A function, method or closure.
pub(super) struct Function {
    pub(super) name: Rc<str>,
    pub(super) params: Vec<Param>,
    /// Whether the first parameter is `self`, and how it is taken.
    pub(super) receiver: Option<Receiver>,
    /// Of a closure: what it takes along. They are kept in the closure, which is in the slot after
    /// the parameters while it runs.
    pub(super) captures: Vec<Capture>,
    /// It never comes back: `-> !`.
    pub(super) diverges: bool,
    /// Where it says what it returns, if that is not `()`, and is looked at.
    pub(super) gives: Option<Span>,
    /// Of a closure: that it gives away something it took along, and so can be called only once.
    pub(super) once: bool,
    /// How many slots its frame has.
    pub(super) slots: u32,
    /// How deeply its expressions are nested.
    pub(super) depth: u32,
    /// The whole function: its parameters are dropped after its body's variables.
    pub(super) scope: Scope,
    pub(super) body: Expr,
    /// The type of an open integer that is returned.
    pub(super) returns: Shape,
    /// What messages need to know of its variables, in the order in which they are declared.
    pub(super) declared: Vec<Declared>,
    /// The types of the fields that are read by value, by the place where that is written.
    pub(super) field_types: Vec<(Span, Rc<str>)>,
}

/// A variable, as far as messages need to know it.
#[derive(Clone)]
pub(super) struct Declared {
    pub(super) slot: u32,
    pub(super) name: Rc<str>,
    pub(super) span: Span,
    /// `let name;`, to be assigned later, and once unless it is `mut`.
    pub(super) later: bool,
    pub(super) mutable: bool,
    /// Its type, with `_` for what is not known.
    pub(super) ty: Rc<str>,
    pub(super) owning: Owning,
}

/// How a value can be had a second time, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owning {
    /// It holds a resource.
    Guard,
    /// `Rc`
    Counted,
    /// It implements `Clone`.
    Cloned,
    /// A type of the program's own that does not.
    NotCloned,
    /// A closure that gives away what is named at that place.
    Once(Span),
    Unknown,
}

/// A parameter: the n-th argument is in the n-th slot, and its pattern takes it apart from there.
pub(super) struct Param {
    pub(super) name: Rc<str>,
    /// Where the argument lives while the function runs: below the variables of its pattern, and
    /// above those of the parameters before it.
    pub(super) slot: u32,
    /// `None` for a plain name, which is the slot itself.
    pub(super) pattern: Option<Pattern>,
    pub(super) shape: Shape,
    /// Where its type is written; for `self`, where that is.
    pub(super) span: Span,
}

/// How a method takes `self`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Receiver {
    Value,
    Reference,
    /// `self: Rc<Self>`
    Counted,
    /// `self: &Rc<Self>`
    ReferenceToCounted,
}

/// A variable that a closure takes along.
pub(super) struct Capture {
    /// Where the closure is made.
    pub(super) from: Place,
    pub(super) by_reference: Rc<Cell<bool>>,
    pub(super) moves: Moves,
    /// Of such a type a closure takes only the fields it names.
    pub(super) splits: bool,
    pub(super) name: Rc<str>,
    /// Where the body names it first or, if it gives it away, where.
    pub(super) used: Span,
    /// The fields that the body names, each by its path; an empty path is the whole.
    pub(super) parts: Vec<Vec<Rc<str>>>,
}

/// What of a declared type matters when a value arrives: the width of its integers.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Any,
    Int(IntKind),
    Wide {
        signed: bool,
    },
    Float32,
    Float,
    /// `&str`: a reference to one becomes one.
    Text,
    /// `Option<T>`, `Vec<T>`, `Box<T>`, `Rc<T>`, `&[T]`, …
    Of(Rc<Shape>),
    Result(Rc<Shape>, Rc<Shape>),
    Tuple(Rc<[Shape]>),
}

/// A struct or enum of the script.
pub(super) struct Type {
    pub(super) name: Rc<str>,
    pub(super) is_enum: bool,
    pub(super) is_copy: Cell<bool>,
    /// One, for a struct.
    pub(super) variants: Vec<Variant>,
    /// The function that is its `Drop::drop`; set after all types are known.
    pub(super) drop: Cell<Option<u32>>,
    /// The traits it implements, derived or written out.
    pub(super) traits: RefCell<Vec<Rc<str>>>,
    /// Where its name is declared.
    pub(super) span: Span,
}

impl Type {
    pub(super) fn implements(&self, name: &str) -> bool {
        self.traits.borrow().iter().any(|known| **known == *name)
    }
}

pub(super) struct Variant {
    pub(super) name: Rc<str>,
    pub(super) fields: Vec<Field>,
    pub(super) form: Form,
    /// Where its name is declared.
    pub(super) span: Span,
    /// What `as` makes of it.
    pub(super) discriminant: i128,
}

pub(super) struct Field {
    /// Its number, where it has no name.
    pub(super) name: Rc<str>,
    /// Where its type is written.
    pub(super) span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Unit,
    Tuple,
    Named,
}

/// A scope that a person sees.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub(super) label: Rc<str>,
    /// The slots it drops.
    pub(super) from: u32,
    pub(super) to: u32,
    /// The line it begins on.
    pub(super) first_line: u32,
    /// The line of its closing brace.
    pub(super) last_line: u32,
}

/// The slots of the temporaries of a statement, condition or tail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Temps {
    pub(super) from: u32,
    pub(super) to: u32,
}

pub(super) struct Expr {
    pub(super) span: Span,
    pub(super) kind: Kind,
}

impl Expr {
    /// Whether it is made in one place, and not by one branch or another.
    pub(super) fn is_single_value(&self) -> bool {
        match &self.kind {
            Kind::Temps(_, value) | Kind::Shaped(value, _) => value.is_single_value(),
            Kind::Block(_) | Kind::If(_) | Kind::Match(_) | Kind::Loop(_) => false,
            Kind::Return(_) | Kind::Break(..) | Kind::Continue(_) | Kind::Panic(_) => false,
            _ => true,
        }
    }

    /// Whether it is always `()`.
    pub(super) fn is_unit(&self) -> bool {
        match &self.kind {
            Kind::Temps(_, value) => value.is_unit(),
            Kind::Print(..)
            | Kind::Assign(..)
            | Kind::AssignWith(..)
            | Kind::Assert(_)
            | Kind::While(_)
            | Kind::For(_)
            | Kind::Discard(_) => true,
            _ => false,
        }
    }
}

pub(super) type Boxed = Box<Expr>;

pub(super) enum Kind {
    Unit,
    Bool(bool),
    Int(Int),
    Float(f64),
    Float32(f32),
    Char(char),
    Str(Rc<str>),
    Function(u32),
    Builtin(Builtin),
    Constructor(Rc<Type>, u32),
    /// A constant of the language or prelude, as `u8::MAX` or `ErrorKind::NotFound`.
    Constant(Constant),
    /// Reads a place: copies it, or moves out of it.
    Use(Place, Moves),
    /// `&place` and `&mut place`.
    Reference(Place),
    /// `&value` of a constant without a destructor: it lives as long as the program.
    Promoted(Boxed),
    Unary(Unary, Boxed),
    Arithmetic(Arithmetic, Boxed, Boxed),
    Compare(Comparison, Boxed, Boxed),
    And(Boxed, Boxed),
    Or(Boxed, Boxed),
    Cast(Boxed, Cast),
    Range(Option<Boxed>, Option<Boxed>, bool),
    Assign(Place, Boxed),
    AssignWith(Arithmetic, Place, Boxed),
    Tuple(Vec<Expr>),
    /// `[a, b]` and `vec![a, b]`.
    List(Sequence, Vec<Expr>),
    /// `[value; count]` and `vec![value; count]`.
    Repeat(Sequence, Boxed, Boxed),
    Object(Box<ObjectExpr>),
    Call(u32, Vec<Expr>),
    CallValue(Place, Vec<Expr>),
    CallBuiltin(Builtin, Vec<Expr>),
    CallMethod(Box<MethodCall>),
    Closure(Rc<Function>),
    /// What `Default` makes of that type.
    Default(Ty),
    /// A method as a value; its receiver is the first argument it is called with.
    Method(Rc<MethodCall>),
    /// `Type::from(value)` or `Type::try_from(value)`, where the type has several: its name, and that
    /// of the method.
    Convert(Rc<str>, &'static str, Boxed),
    /// `?`, and the type of the program's own that an error becomes, if the function returns one.
    Question(Boxed, Option<Rc<str>>),
    Return(Option<Boxed>),
    Break(Label, Option<Boxed>),
    Continue(Label),
    Block(Box<Block>),
    Temps(Temps, Boxed),
    If(Box<If>),
    While(Box<While>),
    Loop(Box<Loop>),
    For(Box<For>),
    Match(Box<Match>),
    Print(Box<Format>, Output),
    Format(Box<Format>),
    /// `format_args!`
    Arguments(Rc<Format>),
    Panic(Box<PanicExpr>),
    Assert(Box<Assert>),
    /// `write!` and `writeln!`.
    Write(Box<(Place, Format)>),
    /// `matches!(place, pattern if guard)`.
    Matches(Box<(Place, Pattern, Option<Expr>, Temps)>),
    /// Drops the value.
    Discard(Boxed),
    /// A value with the type that was declared for it.
    Shaped(Boxed, Shape),
}

/// Whether reading a place moves out of it, as far as its type is known before the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    Yes,
    No,
    Unknown,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Constant {
    Int(Int),
    Wide(crate::rust::value::int128::Wide),
    Float(f64),
    Float32(f32),
    Char(char),
    None,
    /// What means nothing here, as the orderings of atomics.
    Unit,
    ExitCode(u8),
    FmtError,
    ErrorKind(crate::world::ErrorKind),
    Ordering(std::cmp::Ordering),
    Ending(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sequence {
    Array,
    Vec,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unary {
    Not,
    Negate,
}

impl Unary {
    /// The method of the trait of that operator.
    pub(super) fn method(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::Negate => "neg",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cast {
    Int(IntKind),
    Wide {
        signed: bool,
    },
    Float,
    Float32,
    Char,
    /// To a type that changes nothing at run time.
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Output {
    Stdout,
    Stderr,
}

/// Which loop or block a `break` means: unique in the program.
pub(super) type Label = u32;

pub(super) struct Place {
    pub(super) base: PlaceBase,
    pub(super) steps: Vec<PlaceStep>,
    pub(super) span: Span,
    /// Whether what is there is to be changed: `index_mut` and `deref_mut` are asked, and not `index`
    /// and `deref`.
    pub(super) mutable: bool,
}

impl Place {
    /// A place that is only looked at, so far.
    pub(super) fn new(base: PlaceBase, span: Span) -> Self {
        Self { base, steps: Vec::new(), span, mutable: false }
    }
}

pub(super) enum PlaceBase {
    /// A variable.
    Local(u32),
    /// A variable that the closure around took along; by reference or not is known only when its
    /// whole body has been seen.
    Captured(u32, Rc<Cell<bool>>),
    /// A `static` item, by the function that makes its value.
    Static(u32),
    /// A value that is put into a temporary.
    Temp(u32, Boxed),
}

pub(super) enum PlaceStep {
    Field(FieldName),
    Deref,
    Index(Expr),
}

/// A field as it is written.
pub(super) struct FieldName {
    pub(super) name: Rc<str>,
    /// Of a tuple, which it is.
    pub(super) number: Option<u32>,
    /// Where it was found the last time: the value is most often of the same type again.
    last: Cell<u32>,
}

impl FieldName {
    pub(super) fn new(name: Rc<str>) -> Self {
        let number = name.parse().ok();
        Self { name, number, last: Cell::new(0) }
    }

    /// Which of the fields of a variant it is.
    pub(super) fn among(&self, fields: &[Field]) -> Option<u32> {
        let last = self.last.get();
        if fields.get(last as usize).is_some_and(|field| field.name == self.name) {
            return Some(last);
        }
        let index = fields.iter().position(|field| field.name == self.name)? as u32;
        self.last.set(index);
        Some(index)
    }
}

pub(super) struct Block {
    pub(super) scope: Scope,
    /// The label by which `break` leaves it, if it has one.
    pub(super) label: Option<Label>,
    pub(super) statements: Vec<Statement>,
    pub(super) tail: Option<Expr>,
}

pub(super) enum Statement {
    Expr(Expr),
    /// `let name = value;`
    Bind {
        slot: u32,
        name: Rc<str>,
        value: Expr,
        span: Span,
    },
    Let(Box<Let>),
    /// `let name;`
    Declare(u32, Span),
}

/// `let pattern = place else { … };`
pub(super) struct Let {
    pub(super) pattern: Pattern,
    pub(super) place: Place,
    /// The temporaries of the place.
    pub(super) temps: Temps,
    pub(super) otherwise: Option<Expr>,
    pub(super) span: Span,
}

pub(super) struct If {
    pub(super) conditions: Vec<Condition>,
    /// Of `let` conditions: temporaries and variables, dropped before the `else`.
    pub(super) temps: Temps,
    pub(super) then: Expr,
    pub(super) otherwise: Option<Expr>,
}

pub(super) enum Condition {
    Bool(Expr),
    Let(Pattern, Place),
}

pub(super) struct While {
    pub(super) label: Label,
    pub(super) conditions: Vec<Condition>,
    pub(super) temps: Temps,
    pub(super) body: Expr,
}

pub(super) struct Loop {
    pub(super) label: Label,
    pub(super) body: Expr,
}

pub(super) struct For {
    pub(super) label: Label,
    pub(super) iterated: Expr,
    /// Where the iterator lives while the loop runs.
    pub(super) iterator: u32,
    /// Where each item is before the pattern takes it apart.
    pub(super) item: u32,
    /// `None` for a plain name, which is the item's slot itself.
    pub(super) pattern: Option<Pattern>,
    pub(super) name: Rc<str>,
    /// What one turn drops: the item and the pattern's variables.
    pub(super) turn: Temps,
    pub(super) body: Expr,
}

pub(super) struct Match {
    pub(super) place: Place,
    pub(super) arms: Vec<Arm>,
}

pub(super) struct Arm {
    pub(super) pattern: Pattern,
    pub(super) guard: Option<Guard>,
    pub(super) scope: Scope,
    pub(super) body: Expr,
}

/// What else must hold for an arm to be taken.
pub(super) struct Guard {
    pub(super) conditions: Vec<Condition>,
    /// The variables of its `let`s and their temporaries, which are the arm's if it is taken.
    pub(super) temps: Temps,
}

pub(super) struct ObjectExpr {
    pub(super) class: Rc<Type>,
    pub(super) variant: u32,
    /// In the order in which they are written, each with its index.
    pub(super) fields: Vec<(u32, Expr)>,
    /// `..base`
    pub(super) base: Option<Place>,
}

pub(super) struct MethodCall {
    pub(super) receiver: Place,
    pub(super) name: Rc<str>,
    /// The methods of the program's own by that name, if there are any; looked up at the first call.
    pub(super) own: OnceCell<Option<Named>>,
    /// The method that the types say it is, if they are known.
    pub(super) resolved: Resolved,
    /// The method of the language or prelude by that name, if there is one.
    pub(super) method: Option<Method>,
    pub(super) name_span: Span,
    pub(super) args: Vec<Expr>,
    /// Whether the receiver is moved from, as far as its type is known before the run.
    pub(super) moves: Moves,
    /// Of a method of the program's own: where it says how it takes `self`.
    pub(super) self_span: Option<Span>,
    /// It never comes back: `-> !`.
    pub(super) diverges: bool,
    /// The type after `::<` (`parse::<u8>`, `collect::<Vec<_>>`), or the one that the result is wanted
    /// to have.
    pub(super) target: Ty,
}

/// The method that a call means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resolved {
    /// That depends on the value.
    No,
    /// One of the library.
    Library,
    /// A function of the program's own.
    Own(u32),
}

/// The `..` of a slice pattern.
pub(super) struct Rest {
    /// How many patterns stand before it.
    pub(super) at: usize,
    /// `name @ ..`
    pub(super) bound: Option<Box<Pattern>>,
}

pub(super) enum Pattern {
    Wild,
    /// `name`, `ref name`, `name @ pattern`
    Bind {
        slot: u32,
        name: Rc<str>,
        by_reference: bool,
        /// Whether taking the value moves it, as far as its type is known before the run.
        moves: Moves,
        span: Span,
        within: Option<Box<Pattern>>,
    },
    /// A literal or constant.
    Is(Expr),
    Between(Option<Expr>, Option<Expr>, bool),
    Tuple(Vec<Pattern>, Option<usize>),
    Slice(Vec<Pattern>, Option<Rest>),
    Some(Box<Pattern>),
    None,
    Ok(Box<Pattern>),
    Err(Box<Pattern>),
    Ending(&'static str, Option<Box<Pattern>>),
    /// `Entry::Occupied(pattern)` of a map, or `Entry::Vacant(pattern)`.
    Entry(bool, Box<Pattern>),
    /// A variant or struct with the patterns of some fields.
    Object(Rc<Type>, u32, Vec<(u32, Pattern)>),
    Reference(Box<Pattern>),
    Or(Vec<Pattern>),
}

/// A text with places to fill in.
pub(super) struct Format {
    pub(super) pieces: Vec<Piece>,
    pub(super) args: Vec<Expr>,
    pub(super) newline: bool,
}

pub(super) enum Piece {
    Text(Rc<str>),
    Arg(usize, Spec),
}

/// What is between `:` and `}`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Spec {
    pub(super) debug: bool,
    pub(super) alternate: bool,
    pub(super) radix: Option<char>,
    pub(super) fill: Option<char>,
    pub(super) align: Option<char>,
    pub(super) sign: bool,
    pub(super) zero: bool,
    pub(super) width: Option<Count>,
    pub(super) precision: Option<Count>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    Is(usize),
    Arg(usize),
}

pub(super) struct PanicExpr {
    /// What the message begins with, as `not yet implemented`.
    pub(super) prefix: &'static str,
    pub(super) format: Option<Format>,
}

pub(super) enum Assert {
    True { condition: Expr, text: Rc<str>, message: Option<Format> },
    Compare { equal: bool, left: Expr, right: Expr, message: Option<Format> },
}
