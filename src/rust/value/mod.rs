//! Values of the script.
//!
//! A value holds the real thing: a [`ManagedFile`] is the guard itself, an `Rc` of the script counts
//! with an `Rc`, a `Vec` drops its elements in order because a `Vec` does. So a value that goes out of
//! the evaluator's hands by whatever way, also by a panic, is cleaned up by Rust's own rules; nothing
//! here keeps a list of what is to be cleaned up.
//!
//! What a type of the script does in its `Drop` is run by the `Drop` of [`Object`], in
//! [`machine`](crate::rust::eval::machine).

pub(in crate::rust) mod int128;
pub(in crate::rust) mod manual;
pub(in crate::rust) mod maps;
pub(in crate::rust) mod number;
pub(in crate::rust) mod reference;
pub(in crate::rust) mod shape;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::ir::{Function, MethodCall, Type};
use crate::guard::{Error, ExitStack, Held, ManagedFile, ManagedLock};
use crate::rust::eval::format::{Arguments, Formatter};
use crate::rust::eval::hook::HookInfo;
use crate::rust::eval::methods::Builder;
use crate::rust::library::error::LibraryError;
use crate::rust::value::int128::Wide;
use crate::rust::value::manual::Manual;
use crate::rust::value::maps::{Entry, Map};
use crate::rust::value::number::Int;
pub(super) use crate::rust::value::reference::{Step, Target};
use crate::world::{ErrorKind, LockMode, OpenOptions};

/// A value, or the hole that a move left.
#[allow(clippy::box_collection, reason = "a value is moved often: it stays as small as it can")]
pub(super) enum Value {
    /// Nothing is here: not yet assigned, or moved out.
    Moved,
    Unit,
    Bool(bool),
    Int(Int),
    Float(f64),
    Float32(f32),
    Char(char),
    /// A `&str`.
    Str(Rc<str>),
    String(Box<String>),
    Tuple(Box<[Value]>),
    /// A `Vec`, or a `VecDeque`, which differs from it in nothing that can be seen but its speed.
    Vec(Box<Vec<Value>>),
    /// An array: it copies if its elements do.
    Array(Box<Vec<Value>>),
    Map(Box<Map>),
    /// What `entry` of a map returns.
    Entry(Box<Entry>),
    Some(Box<Value>),
    None,
    Ok(Box<Value>),
    Err(Box<Value>),
    Box(Box<Value>),
    /// An `i128` or `u128`.
    Wide(Box<Wide>),
    ManuallyDrop(Box<Manual>),
    Rc(Rc<Shared>),
    Weak(Weak<Shared>),
    /// A `Cell` or a `RefCell`.
    Cell(Rc<Shared>),
    /// What `RefCell::borrow` and `borrow_mut` return.
    Borrow(Borrow),
    /// A reference, `&` or `&mut`.
    Ref(Target),
    /// A part of a `Vec` behind a reference: `&v[1..3]`.
    Slice(Box<Slice>),
    Range(Box<Range>),
    Object(Box<Object>),
    Closure(Box<Closure>),
    /// The name of a function used as a value.
    Function(u32),
    /// The name of a function of the library used as a value.
    Builtin(crate::rust::library::builtin::Builtin),
    /// The name of a tuple struct or variant used as a function.
    Constructor(Rc<Type>, u32),
    Iter(Box<crate::rust::eval::iterate::Iter>),
    /// What a caught panic carried.
    Payload(Box<Value>),
    /// What a panic hook is told.
    HookInfo(Box<HookInfo>),
    /// What `format_args!` makes: it is put together where it is printed.
    Arguments(Box<Arguments>),
    /// What `fmt` writes to.
    Formatter(Box<Formatter>),
    /// What `debug_struct` of a formatter and the like return.
    Builder(Box<Builder>),
    /// The name of a method used as a value: its receiver is the first argument.
    Method(Rc<MethodCall>),
    Error(Error),
    /// An error of the standard library.
    LibraryError(Box<LibraryError>),
    /// What a poisoned lock returns.
    Poisoned(Box<Poisoned>),
    /// What `main` may return.
    ExitCode(u8),
    ErrorKind(ErrorKind),
    File(ManagedFile),
    Lock(ManagedLock),
    Opening(Box<Opening>),
    Options(Box<OpenOptions>),
    ExitStack(Box<ExitStack>),
    Held(Box<Held<crate::rust::eval::functions::managers::Entered>>),
    /// How a scope ended, as an exit is told; an error is a copy of the one that travels.
    Ending(Box<EndingValue>),
    Duration(std::time::Duration),
    Metadata(crate::world::Metadata),
    Ordering(std::cmp::Ordering),
}

/// The content of an `Rc`, `Cell` or `RefCell`: a place of its own.
pub(super) struct Shared {
    pub(super) value: RefCell<Value>,
    /// The script's own borrows of a `RefCell`, or guards of a lock: so many shared ones, or
    /// [`EXCLUSIVE`].
    pub(super) borrows: Cell<isize>,
    /// Whether a panic has ended a guard that could change what is locked.
    pub(super) poisoned: Cell<bool>,
    pub(super) holder: Holder,
}

/// The borrow of a [`Shared`] that can change its content.
pub(super) const EXCLUSIVE: isize = -1;

/// The same, taken while a panic travels already: a guard that does not poison what it locks.
pub(super) const EXCLUSIVE_WHILE_PANICKING: isize = -2;

/// What shows its content otherwise than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// An `Rc`, a `RefCell`, or nothing that is seen.
    Shared,
    Cell,
    /// An atomic: a cell, in a place with one thread.
    Atomic,
    Mutex,
    RwLock,
}

/// A `PoisonError`, or that of `try_lock`.
pub(super) struct Poisoned {
    /// The guard, or what was locked.
    pub(super) holds: Value,
    pub(super) tried: bool,
}

/// A borrow of a `RefCell` or guard of a lock, given back when it is dropped.
pub(super) struct Borrow {
    pub(super) cell: Rc<Shared>,
    /// What it leads to, if that is not the content itself: what `Ref::map` found.
    pub(super) part: Option<Box<Target>>,
}

pub(super) struct Slice {
    pub(super) of: Target,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// A range; an end that is missing is [`Value::Moved`].
pub(super) struct Range {
    pub(super) from: Value,
    pub(super) to: Value,
    pub(super) inclusive: bool,
}

/// A value of a type of the script.
pub(super) struct Object {
    pub(super) class: Rc<Type>,
    /// Which variant of an enum; 0 for a struct.
    pub(super) variant: u32,
    /// In the order of declaration.
    pub(super) fields: Box<[Value]>,
    /// Whether its `drop` has begun, after which only the fields are left to drop.
    pub(super) dropped: bool,
}

pub(super) struct Closure {
    pub(super) function: Rc<Function>,
    /// What it took along, in the order in which its body names it.
    pub(super) captures: Vec<Value>,
}

/// An [`Opening`](crate::guard::Opening) or [`Locking`](crate::guard::Locking), with its path.
#[derive(Clone)]
pub(super) enum Opening {
    File(String, OpenOptions),
    Lock(String, LockMode),
}

#[derive(Clone)]
pub(super) enum EndingValue {
    Returned,
    Failed(Error),
    Panicked,
}

const _: () = assert!(size_of::<Value>() == 24);

impl Shared {
    pub(super) fn new(value: Value) -> Rc<Self> {
        Self::held(value, Holder::Shared)
    }

    pub(super) fn held(value: Value, holder: Holder) -> Rc<Self> {
        Rc::new(Self::content(value, holder))
    }

    /// The same before it is in its place.
    pub(super) fn content(value: Value, holder: Holder) -> Self {
        let (borrows, poisoned) = (Cell::new(0), Cell::new(false));
        Self { value: RefCell::new(value), borrows, poisoned, holder }
    }
}

impl Range {
    /// Its ends within something of that length, if they are.
    pub(super) fn within(&self, length: usize) -> Option<(usize, usize)> {
        let end = |value: &Value, default: usize| match value {
            Value::Int(int) => int.as_usize(),
            _ => Some(default),
        };
        let from = end(&self.from, 0)?;
        let to = end(&self.to, length)?.checked_add(usize::from(self.inclusive))?;
        (from <= to && to <= length).then_some((from, to))
    }
}

impl Borrow {
    /// One of the whole content, which has been counted.
    pub(super) fn of(cell: Rc<Shared>) -> Self {
        Self { cell, part: None }
    }

    /// Where it leads.
    pub(super) fn target(&self) -> Target {
        match &self.part {
            Some(part) => (**part).clone(),
            None => Target::shared(Rc::clone(&self.cell)),
        }
    }
}

impl Drop for Borrow {
    fn drop(&mut self) {
        let borrows = self.cell.borrows.get();
        if borrows == EXCLUSIVE && std::thread::panicking() {
            self.cell.poisoned.set(true);
        }
        self.cell.borrows.set(if borrows < 0 { 0 } else { borrows - 1 });
    }
}

impl Value {
    pub(super) fn str(text: impl Into<Rc<str>>) -> Self {
        Self::Str(text.into())
    }

    pub(super) fn string(text: impl Into<String>) -> Self {
        Self::String(Box::new(text.into()))
    }

    pub(super) fn usize(value: usize) -> Self {
        Self::Int(Int::usize(value))
    }

    pub(super) fn vec(values: impl Into<Vec<Value>>) -> Self {
        Self::Vec(Box::new(values.into()))
    }

    pub(super) fn tuple(values: impl Into<Box<[Value]>>) -> Self {
        Self::Tuple(values.into())
    }

    pub(super) fn some(value: Self) -> Self {
        Self::Some(Box::new(value))
    }

    pub(super) fn ok(value: Self) -> Self {
        Self::Ok(Box::new(value))
    }

    pub(super) fn err(value: Self) -> Self {
        Self::Err(Box::new(value))
    }

    pub(super) fn option(value: Option<Self>) -> Self {
        value.map_or(Self::None, Self::some)
    }

    /// A `Result` of the guards as one of the script.
    pub(super) fn result<T>(result: crate::guard::Result<T>, map: impl FnOnce(T) -> Self) -> Self {
        match result {
            Ok(value) => Self::ok(map(value)),
            Err(error) => Self::err(Self::Error(error)),
        }
    }

    /// Whether dropping it does nothing, as far as a look at the value itself tells.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        matches!(
            self,
            Self::Moved
                | Self::Unit
                | Self::Bool(_)
                | Self::Int(_)
                | Self::Float(_)
                | Self::Char(_)
                | Self::None
                | Self::Ref(Target::Slot(_) | Target::Part(..))
        )
    }

    /// A copy, for values whose type is `Copy`; `None` for those that move.
    #[inline]
    pub(super) fn copy(&self) -> Option<Self> {
        Some(match self {
            Self::Unit => Self::Unit,
            Self::Bool(value) => Self::Bool(*value),
            Self::Int(int) => Self::Int(*int),
            Self::Float(value) => Self::Float(*value),
            Self::Float32(value) => Self::Float32(*value),
            Self::Char(value) => Self::Char(*value),
            Self::Str(text) => Self::Str(Rc::clone(text)),
            Self::Ref(target) => Self::Ref(target.clone()),
            _ => return self.copy_whole(),
        })
    }

    fn copy_whole(&self) -> Option<Self> {
        Some(match self {
            Self::None => Self::None,
            Self::Some(value) => Self::some(value.copy()?),
            Self::Ok(value) => Self::ok(value.copy()?),
            Self::Err(value) => Self::err(value.copy()?),
            Self::Tuple(values) => Self::Tuple(copy_all(values)?),
            Self::Array(values) => Self::Array(Box::new(copy_all(values)?.into_vec())),
            Self::Wide(wide) => Self::Wide(wide.clone()),
            Self::ManuallyDrop(manual) => {
                Self::ManuallyDrop(Box::new(Manual::new(manual.look().copy()?)))
            }
            Self::ExitCode(code) => Self::ExitCode(*code),
            Self::Arguments(arguments) => Self::Arguments(Box::new(Arguments {
                format: Rc::clone(&arguments.format),
                args: copy_all(&arguments.args)?.into_vec(),
            })),
            Self::Object(object) if object.class.is_copy.get() => Self::Object(Box::new(Object {
                class: Rc::clone(&object.class),
                variant: object.variant,
                fields: copy_all(&object.fields)?,
                dropped: false,
            })),
            Self::Slice(slice) => {
                let Slice { of, from, to } = &**slice;
                Self::Slice(Box::new(Slice { of: of.clone(), from: *from, to: *to }))
            }
            Self::Function(index) => Self::Function(*index),
            Self::Builtin(builtin) => Self::Builtin(*builtin),
            Self::Method(call) => Self::Method(Rc::clone(call)),
            Self::Constructor(class, variant) => Self::Constructor(Rc::clone(class), *variant),
            Self::Closure(closure) => Self::Closure(Box::new(Closure {
                function: Rc::clone(&closure.function),
                captures: copy_all(&closure.captures)?.into_vec(),
            })),
            Self::ErrorKind(kind) => Self::ErrorKind(*kind),
            Self::Options(options) => Self::Options(options.clone()),
            Self::Opening(opening) => Self::Opening(opening.clone()),
            Self::Ending(ending) => Self::Ending(ending.clone()),
            Self::Duration(duration) => Self::Duration(*duration),
            Self::Metadata(metadata) => Self::Metadata(*metadata),
            Self::Ordering(ordering) => Self::Ordering(*ordering),
            _ => return None,
        })
    }

    /// The number of the first resource this value holds, if dropping it would release one.
    #[inline]
    pub(super) fn resource(&self) -> Option<crate::journal::ResourceId> {
        if self.is_plain() { None } else { self.resource_within() }
    }

    fn resource_within(&self) -> Option<crate::journal::ResourceId> {
        /// Values that are looked at: counted pointers may lead in circles.
        const LOOK_AT: u32 = 200;
        self.resource_among(&mut { LOOK_AT })
    }

    fn resource_among(&self, left: &mut u32) -> Option<crate::journal::ResourceId> {
        /// Elements of a long `Vec` that are looked at: they are all of one type.
        const ELEMENTS: usize = 16;
        *left = left.checked_sub(1)?;
        let mut first = |values: &[Self]| {
            values.iter().take(ELEMENTS).find_map(|value| value.resource_among(left))
        };
        match self {
            Self::File(file) => Some(file.resource()),
            Self::Lock(lock) => Some(lock.resource()),
            Self::Some(value) | Self::Ok(value) | Self::Err(value) | Self::Box(value) => {
                value.resource_among(left)
            }
            Self::Tuple(values) => first(values),
            Self::Vec(values) | Self::Array(values) => first(values),
            Self::Map(map) => first(&map.parts),
            Self::Object(object) => first(&object.fields),
            Self::Closure(closure) => first(&closure.captures),
            Self::Rc(shared) | Self::Cell(shared) => {
                shared.value.try_borrow().ok()?.resource_among(left)
            }
            _ => None,
        }
    }

    /// Whether dropping it can be noticed: it releases a resource, or runs a `drop` of the script.
    pub(super) fn drop_is_seen(&self) -> bool {
        let any = |values: &[Self]| values.iter().any(Self::drop_is_seen);
        match self {
            Self::File(_) | Self::Lock(_) | Self::ExitStack(_) | Self::Held(_) => true,
            Self::Some(value)
            | Self::Ok(value)
            | Self::Err(value)
            | Self::Box(value)
            | Self::Payload(value) => value.drop_is_seen(),
            Self::Tuple(values) => any(values),
            Self::Vec(values) | Self::Array(values) => any(values),
            Self::Map(map) => any(&map.parts),
            Self::Entry(entry) => entry.key.drop_is_seen(),
            Self::Object(object) => object.class.drop.get().is_some() || any(&object.fields),
            Self::Closure(closure) => any(&closure.captures),
            Self::Rc(shared) => {
                Rc::strong_count(shared) == 1
                    && shared.value.try_borrow().is_ok_and(|value| value.drop_is_seen())
            }
            Self::Cell(shared) => shared.value.try_borrow().is_ok_and(|value| value.drop_is_seen()),
            Self::Poisoned(error) => error.holds.drop_is_seen(),
            Self::Iter(iter) => iter.drop_is_seen(),
            _ => false,
        }
    }

    /// What the value is, for messages: `a text`, `an integer`.
    pub(super) fn type_name(&self) -> String {
        match self {
            Self::Moved => "a moved value".into(),
            Self::Unit => "()".into(),
            Self::Bool(_) => "bool".into(),
            Self::Int(int) => int.kind.name().into(),
            Self::Float(_) => "f64".into(),
            Self::Float32(_) => "f32".into(),
            Self::Char(_) => "char".into(),
            Self::Str(_) => "&str".into(),
            Self::String(_) => "String".into(),
            Self::Tuple(values) => {
                let names: Vec<_> = values.iter().map(Self::type_name).collect();
                format!("({})", names.join(", "))
            }
            Self::Vec(_) => "Vec<_>".into(),
            Self::Array(values) => format!("[_; {}]", values.len()),
            Self::Map(map) => map.type_name(),
            Self::Entry(_) => "Entry<_, _>".into(),
            Self::Wide(wide) => wide.name().into(),
            Self::ManuallyDrop(_) => "ManuallyDrop<_>".into(),
            Self::Some(_) | Self::None => "Option<_>".into(),
            Self::Ok(_) | Self::Err(_) => "Result<_, _>".into(),
            Self::Box(value) => format!("Box<{}>", value.type_name()),
            Self::Rc(_) => "Rc<_>".into(),
            Self::Weak(_) => "Weak<_>".into(),
            Self::Cell(_) => "RefCell<_>".into(),
            Self::Borrow(_) => "RefMut<_>".into(),
            Self::Ref(_) => "&_".into(),
            Self::Slice(_) => "&[_]".into(),
            Self::Range(_) => "Range<_>".into(),
            Self::Object(object) => object.class.name.to_string(),
            Self::Closure(_) => "closure".into(),
            Self::Function(_) | Self::Builtin(_) | Self::Constructor(..) | Self::Method(_) => {
                "function".into()
            }
            Self::Iter(_) => "iterator".into(),
            Self::Payload(_) => "Box<dyn Any + Send>".into(),
            Self::HookInfo(_) => "PanicHookInfo".into(),
            Self::Arguments(_) => "Arguments".into(),
            Self::Formatter(_) => "Formatter".into(),
            Self::Builder(_) => "DebugStruct".into(),
            Self::LibraryError(error) => error.type_name().into(),
            Self::Poisoned(_) => "PoisonError<_>".into(),
            Self::ExitCode(_) => "ExitCode".into(),
            Self::Error(_) => "Error".into(),
            Self::ErrorKind(_) => "ErrorKind".into(),
            Self::File(_) => "ManagedFile".into(),
            Self::Lock(_) => "ManagedLock".into(),
            Self::Opening(opening) => match **opening {
                Opening::File(..) => "Opening".into(),
                Opening::Lock(..) => "Locking".into(),
            },
            Self::Options(_) => "OpenOptions".into(),
            Self::ExitStack(_) => "ExitStack".into(),
            Self::Held(_) => "Held<_>".into(),
            Self::Ending(_) => "Ending".into(),
            Self::Duration(_) => "Duration".into(),
            Self::Metadata(_) => "Metadata".into(),
            Self::Ordering(_) => "Ordering".into(),
        }
    }
}

fn copy_all(values: &[Value]) -> Option<Box<[Value]>> {
    values.iter().map(Value::copy).collect()
}
