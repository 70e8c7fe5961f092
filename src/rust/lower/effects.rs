//! What the functions and methods of the library do with types: what they return, what they take by
//! value, what they change.

use std::rc::Rc;

use crate::rust::check::types::{Collection, Ty};
use crate::rust::ir::Moves;
use crate::rust::library::builtin::{Builtin, Method};

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
        B::MutexNew => Ty::Locked("Mutex", Rc::new(first())),
        B::RwLockNew => Ty::Locked("RwLock", Rc::new(first())),
        B::ManuallyDropNew => Ty::ManuallyDrop(Rc::new(first())),
        B::ManuallyDropIntoInner | B::ManuallyDropTake => match first().referred() {
            Ty::ManuallyDrop(inner) => (**inner).clone(),
            _ => Ty::Unknown,
        },
        B::ManuallyDropDrop | B::SetHook => Ty::Unit,
        B::TakeHook => Ty::Box(Rc::new(Ty::Unknown)),
        B::BTreeMapNew | B::BTreeMapFrom => map(Collection::BTree),
        B::HashMapNew | B::HashMapFrom | B::HashMapWithCapacity => map(Collection::Hash),
        B::BTreeSetNew | B::BTreeSetFrom => Ty::Set(Collection::BTree, Rc::default()),
        B::HashSetNew | B::HashSetFrom | B::HashSetWithCapacity => {
            Ty::Set(Collection::Hash, Rc::default())
        }
        B::VecDequeNew | B::VecDequeWithCapacity | B::VecDequeFrom | B::VecFrom => {
            Ty::vec(first().referred().element())
        }
        B::StringFromUtf8Lossy => Ty::String,
        B::CellNew => Ty::Cell(Rc::new(first())),
        B::RcDowngrade | B::WeakNew => Ty::Moves("Weak".into()),
        B::CatchUnwind => {
            Ty::Result(Rc::new(Ty::Unknown), Rc::new(Ty::Moves("Box<dyn Any + Send>".into())))
        }
        B::Some => Ty::option(first()),
        B::Ok => Ty::Result(Rc::new(first()), Rc::new(Ty::Unknown)),
        B::Err => Ty::Result(Rc::new(Ty::Unknown), Rc::new(first())),
        B::Replace | B::Take => first().referred().clone(),
        B::Drop | B::Forget | B::Sleep | B::Swap => Ty::Unit,
        B::Exists | B::Panicking => Ty::Bool,
        B::RcStrongCount | B::RcWeakCount | B::RcPtrEq => Ty::Copy,
        B::OptionsNew | B::FromMillis | B::FromSecs => Ty::Copy,
        _ => Ty::Unknown,
    }
}

/// The type that the first argument of a function is wanted to have, if its result is wanted to have
/// another.
pub(super) fn argument_of(builtin: Builtin, wanted: &Ty) -> Ty {
    use Builtin as B;
    match (builtin, wanted) {
        (B::Some, Ty::Option(inner))
        | (B::Ok, Ty::Result(inner, _))
        | (B::Err, Ty::Result(_, inner))
        | (B::BoxNew, Ty::Box(inner))
        | (B::RcNew, Ty::Rc(inner))
        | (B::CellNew, Ty::Cell(inner))
        | (B::RefCellNew, Ty::RefCell(inner))
        | (B::MutexNew | B::RwLockNew, Ty::Locked(_, inner)) => (**inner).clone(),
        (B::AssertUnwindSafe, wanted) => wanted.clone(),
        _ => Ty::Unknown,
    }
}

fn map(collection: Collection) -> Ty {
    Ty::Map(collection, Rc::default(), Rc::default())
}

/// What a method returns whose result has the type it is asked for.
pub(super) fn asked_of(method: Method, asked: &Ty) -> Ty {
    use Method as M;
    match method {
        M::Collect | M::Sum | M::Product | M::Into | M::UnwrapOrDefault => asked.clone(),
        M::Parse if let Ty::Result(inner, _) = asked => asked_of(method, inner),
        M::Parse => {
            let error = match asked {
                Ty::Int(_) => Ty::Moves("ParseIntError".into()),
                Ty::Float | Ty::Float32 => Ty::Moves("ParseFloatError".into()),
                Ty::Bool => Ty::Moves("ParseBoolError".into()),
                _ => Ty::Unknown,
            };
            Ty::Result(Rc::new(asked.clone()), Rc::new(error))
        }
        _ => Ty::Unknown,
    }
}

/// The types that the arguments of a method are wanted to have, as far as that is known.
pub(super) fn arguments_of_method(receiver: &Ty, method: Method) -> Vec<Ty> {
    use Method as M;
    let one = |ty: &Ty| vec![ty.clone()];
    match (receiver, method) {
        (Ty::Vec(inner), M::Push | M::PushBack | M::PushFront | M::Contains)
        | (Ty::Option(inner), M::UnwrapOr | M::Insert | M::Replace | M::GetOrInsert)
        | (Ty::Result(inner, _), M::UnwrapOr)
        | (Ty::Cell(inner) | Ty::RefCell(inner), M::Set | M::Replace)
        | (Ty::Entry(inner), M::OrInsert) => one(inner),
        (Ty::Map(_, key, value), M::Insert) => vec![(**key).clone(), (**value).clone()],
        (Ty::Map(_, key, _), M::Entry) | (Ty::Set(_, key), M::Insert | M::Replace) => one(key),
        (Ty::Vec(inner), M::Insert) => vec![Ty::Unknown, (**inner).clone()],
        _ => Vec::new(),
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
        (Ty::Vec(inner), M::Pop | M::PopFront | M::PopBack) => Ty::Option(Rc::clone(inner)),
        (Ty::Map(_, _, value), M::Entry) => Ty::Entry(Rc::clone(value)),
        (Ty::Entry(value), M::AndModify) => Ty::Entry(Rc::clone(value)),
        (Ty::Entry(value), M::OrInsert | M::OrInsertWith | M::OrInsertWithKey | M::OrDefault) => {
            Ty::RefMut(Rc::clone(value))
        }
        (Ty::Map(_, _, value), M::Remove | M::Insert) => Ty::Option(Rc::clone(value)),
        (Ty::Map(_, _, value), M::Get) => Ty::option(Ty::Ref(Rc::clone(value))),
        (Ty::Map(_, _, value), M::GetMut) => Ty::option(Ty::RefMut(Rc::clone(value))),
        (Ty::Vec(inner) | Ty::Array(inner, _), M::First | M::Last | M::Get) => match &**inner {
            Ty::Unknown => Ty::Unknown,
            _ => Ty::option(Ty::Ref(Rc::clone(inner))),
        },
        (Ty::Option(inner), M::Copied | M::Cloned) => Ty::option(inner.referred().clone()),
        (Ty::Option(inner), M::UnwrapOrDefault) | (Ty::Result(inner, _), M::UnwrapOrDefault) => {
            (**inner).clone()
        }
        (Ty::Option(inner), M::AsRef) => Ty::option(Ty::Ref(Rc::clone(inner))),
        (Ty::Cell(inner), M::Get | M::Replace | M::Take | M::IntoInner) => (**inner).clone(),
        (Ty::RefCell(inner), M::Take | M::Replace) => (**inner).clone(),
        (Ty::RefCell(inner), M::Borrow) => match &**inner {
            Ty::Unknown => Ty::Unknown,
            _ => Ty::Box(Rc::clone(inner)),
        },
        (Ty::RefCell(inner), M::BorrowMut) => match &**inner {
            Ty::Unknown => Ty::Unknown,
            _ => Ty::Box(Rc::clone(inner)),
        },
        (Ty::RefCell(inner), M::IntoInner) => (**inner).clone(),
        (Ty::Locked(_, inner), M::Lock | M::Read | M::Write) => {
            Ty::Result(Rc::new(Ty::Box(Rc::clone(inner))), Rc::new(Ty::Unknown))
        }
        (Ty::Locked(_, inner), M::IntoInner) => Ty::Result(Rc::clone(inner), Rc::new(Ty::Unknown)),
        (Ty::Vec(inner), M::Remove) => (**inner).clone(),
        _ => Ty::Unknown,
    }
}

/// What a method returns that hands on what its argument, a function, does.
pub(super) fn given_by(receiver: &Ty, method: Method, function: &Ty) -> Ty {
    use Method as M;
    let Ty::Closure { returns, .. } = function else { return Ty::Unknown };
    match (receiver.behind(), method) {
        (Ty::Option(_), M::Map) => Ty::Option(Rc::clone(returns)),
        (Ty::Unknown, M::Map) if !matches!(**returns, Ty::Unknown) => {
            Ty::Mapped(Rc::clone(returns))
        }
        (Ty::Result(_, error), M::Map) => Ty::Result(Rc::clone(returns), Rc::clone(error)),
        (Ty::Option(_) | Ty::Result(..), M::AndThen) => (**returns).clone(),
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
        Ty::RefCell(_) | Ty::Locked(..) => method == M::IntoInner,
        Ty::Unknown | Ty::Refused | Ty::Into(_) | Ty::Mapped(_) | Ty::Moves(_) => {
            return Moves::Unknown;
        }
        _ => false,
    };
    if consuming { receiver.moves() } else { Moves::No }
}

/// The type that a method is asked for whose receiver says it.
pub(super) fn target_of(receiver: &Ty, method: Method) -> Ty {
    match (receiver.behind(), method) {
        (Ty::Entry(value), Method::OrDefault) => (**value).clone(),
        (Ty::Into(ty), Method::Into) => (**ty).clone(),
        (Ty::Option(inner) | Ty::Result(inner, _) | Ty::Mapped(inner), Method::UnwrapOrDefault) => {
            (**inner).clone()
        }
        _ => Ty::Unknown,
    }
}

/// Whether a method changes its receiver, whatever that is.
pub(super) fn mutates_any(method: Method) -> bool {
    use Method as M;
    matches!(
        method,
        M::Append
            | M::BorrowMut
            | M::AsMut
            | M::AsDerefMut
            | M::Clear
            | M::Dedup
            | M::DedupByKey
            | M::Drain
            | M::Extend
            | M::ExtendFromSlice
            | M::Fill
            | M::FirstMut
            | M::Flush
            | M::GetMut
            | M::GetOrInsert
            | M::GetOrInsertWith
            | M::Insert
            | M::InsertStr
            | M::IterMut
            | M::LastMut
            | M::Next
            | M::Pop
            | M::PopBack
            | M::PopFront
            | M::Push
            | M::PushBack
            | M::PushFront
            | M::PushStr
            | M::Read
            | M::Remove
            | M::Resize
            | M::Retain
            | M::Reverse
            | M::RotateLeft
            | M::RotateRight
            | M::Sort
            | M::SortBy
            | M::SortByKey
            | M::SortUnstable
            | M::SplitOff
            | M::Swap
            | M::SwapRemove
            | M::Truncate
            | M::ValuesMut
            | M::Write
            | M::WriteAll
            | M::WriteStr
    )
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
            use M::{PopBack, PopFront, PushBack, PushFront};
            matches!(method, PushBack | PushFront | PopBack | PopFront)
                || matches!(
                    method,
                    Push | Pop | Insert | Remove | Clear | Truncate | Drain | Extend | Append
                )
                || matches!(method, M::Sort | M::Reverse | M::Retain | M::IterMut)
        }
        Ty::Map(..) | Ty::Set(..) => matches!(
            method,
            M::Insert | M::Remove | M::Entry | M::Clear | M::Retain | M::GetMut | M::ValuesMut
        ),
        Ty::String => matches!(method, M::Push | M::PushStr | M::Pop | M::Clear | M::Truncate),
        Ty::Option(_) => matches!(method, M::Take | M::Replace | M::Insert | M::AsMut),
        Ty::ExitStack => matches!(method, M::Hold | M::Defer),
        _ => false,
    }
}
