//! The names of the language, the standard library and the prelude that the playground knows.
//!
//! Here is only what they are called; what they do is in [`functions`](super::functions) and
//! [`methods`](super::methods).

macro_rules! functions {
    ($($name:ident = $path:literal, $count:literal;)*) => {
        /// A function that is not the program's own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Builtin { $($name,)* }

        impl Builtin {
            pub(super) const ALL: &[Builtin] = &[$(Builtin::$name,)*];

            /// Its path, without the crate and the modules that need not be written.
            pub(super) fn path(self) -> &'static str {
                match self { $(Builtin::$name => $path,)* }
            }

            pub(super) fn from_path(path: &str) -> Option<Self> {
                match path { $($path => Some(Builtin::$name),)* _ => None }
            }

            /// How many arguments it takes.
            pub(super) fn count(self) -> usize {
                match self { $(Builtin::$name => $count,)* }
            }
        }
    };
}

functions! {
    FileOpen = "ManagedFile::open", 1;
    FileCreate = "ManagedFile::create", 1;
    FileAppend = "ManagedFile::append", 1;
    FileWithOptions = "ManagedFile::with_options", 2;
    LockExclusive = "ManagedLock::exclusive", 1;
    LockShared = "ManagedLock::shared", 1;
    OpeningOpen = "Opening::open", 1;
    OpeningCreate = "Opening::create", 1;
    OpeningAppend = "Opening::append", 1;
    OpeningWithOptions = "Opening::with_options", 2;
    LockingExclusive = "Locking::exclusive", 1;
    LockingShared = "Locking::shared", 1;
    OptionsNew = "OpenOptions::new", 0;
    With = "with", 2;
    ExitStackNew = "ExitStack::new", 0;
    ErrorOther = "Error::other", 1;
    ErrorFrom = "Error::from", 1;
    Sleep = "sleep", 1;
    ReadToString = "fs::read_to_string", 1;
    Write = "fs::write", 2;
    Rename = "fs::rename", 2;
    RemoveFile = "fs::remove_file", 1;
    RemoveDir = "fs::remove_dir", 1;
    CreateDir = "fs::create_dir", 1;
    CreateDirAll = "fs::create_dir_all", 1;
    ReadDir = "fs::read_dir", 1;
    Exists = "fs::exists", 1;
    Metadata = "fs::metadata", 1;
    Drop = "drop", 1;
    Forget = "mem::forget", 1;
    Replace = "mem::replace", 2;
    Swap = "mem::swap", 2;
    Take = "mem::take", 1;
    Exit = "process::exit", 1;
    Abort = "process::abort", 0;
    Panicking = "thread::panicking", 0;
    CatchUnwind = "panic::catch_unwind", 1;
    ResumeUnwind = "panic::resume_unwind", 1;
    PanicAny = "panic::panic_any", 1;
    AssertUnwindSafe = "AssertUnwindSafe", 1;
    Some = "Some", 1;
    Ok = "Ok", 1;
    Err = "Err", 1;
    StringNew = "String::new", 0;
    StringFrom = "String::from", 1;
    StringWithCapacity = "String::with_capacity", 1;
    StrFrom = "str::from_utf8", 1;
    VecNew = "Vec::new", 0;
    VecWithCapacity = "Vec::with_capacity", 1;
    BoxNew = "Box::new", 1;
    BoxLeak = "Box::leak", 1;
    RcNew = "Rc::new", 1;
    RcClone = "Rc::clone", 1;
    RcDowngrade = "Rc::downgrade", 1;
    RcStrongCount = "Rc::strong_count", 1;
    RcWeakCount = "Rc::weak_count", 1;
    RcPtrEq = "Rc::ptr_eq", 2;
    RcTryUnwrap = "Rc::try_unwrap", 1;
    WeakNew = "Weak::new", 0;
    CellNew = "Cell::new", 1;
    RefCellNew = "RefCell::new", 1;
    Min = "cmp::min", 2;
    Max = "cmp::max", 2;
    Repeat = "iter::repeat", 1;
    Once = "iter::once", 1;
    FromMillis = "Duration::from_millis", 1;
    FromSecs = "Duration::from_secs", 1;
}

macro_rules! methods {
    ($($name:ident = $text:literal,)*) => {
        /// A method that is not the program's own, by its name alone: which type it is of is known
        /// when it runs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Method { $($name,)* }

        impl Method {
            pub(super) const ALL: &[Method] = &[$(Method::$name,)*];

            pub(super) fn name(self) -> &'static str {
                match self { $(Method::$name => $text,)* }
            }

            pub(super) fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Method::$name),)* _ => None }
            }
        }
    };
}

methods! {
    Abs = "abs",
    AbsDiff = "abs_diff",
    All = "all",
    AndThen = "and_then",
    Any = "any",
    Append = "append",
    AsBytes = "as_bytes",
    AsDeref = "as_deref",
    AsDerefMut = "as_deref_mut",
    AsMillis = "as_millis",
    AsMut = "as_mut",
    AsRef = "as_ref",
    AsSecs = "as_secs",
    AsSecsF64 = "as_secs_f64",
    AsStr = "as_str",
    Borrow = "borrow",
    BorrowMut = "borrow_mut",
    Bytes = "bytes",
    Capacity = "capacity",
    Ceil = "ceil",
    Chain = "chain",
    Chars = "chars",
    CheckedAdd = "checked_add",
    CheckedDiv = "checked_div",
    CheckedMul = "checked_mul",
    CheckedSub = "checked_sub",
    Chunks = "chunks",
    Clamp = "clamp",
    Clear = "clear",
    Clone = "clone",
    Cloned = "cloned",
    Close = "close",
    Cmp = "cmp",
    Collect = "collect",
    Contains = "contains",
    Copied = "copied",
    Cos = "cos",
    Count = "count",
    CountOnes = "count_ones",
    Create = "create",
    CreateNew = "create_new",
    Dedup = "dedup",
    Defer = "defer",
    DivEuclid = "div_euclid",
    Downcast = "downcast",
    DowncastRef = "downcast_ref",
    Downgrade = "downgrade",
    Drain = "drain",
    EndsWith = "ends_with",
    Enumerate = "enumerate",
    Err = "err",
    Exp = "exp",
    Expect = "expect",
    ExpectErr = "expect_err",
    Extend = "extend",
    Fill = "fill",
    Filter = "filter",
    FilterMap = "filter_map",
    Find = "find",
    First = "first",
    FlatMap = "flat_map",
    Flatten = "flatten",
    Floor = "floor",
    Flush = "flush",
    Fold = "fold",
    ForEach = "for_each",
    Get = "get",
    GetMut = "get_mut",
    GetOrInsertWith = "get_or_insert_with",
    Handle = "handle",
    Hold = "hold",
    Insert = "insert",
    Inspect = "inspect",
    InspectErr = "inspect_err",
    Into = "into",
    IntoBoxedSlice = "into_boxed_slice",
    IntoBoxedStr = "into_boxed_str",
    IntoBytes = "into_bytes",
    IntoInner = "into_inner",
    IntoIter = "into_iter",
    Is = "is",
    IsDir = "is_dir",
    IsEmpty = "is_empty",
    IsErr = "is_err",
    IsErrAnd = "is_err_and",
    IsFinite = "is_finite",
    IsNan = "is_nan",
    IsNone = "is_none",
    IsNoneOr = "is_none_or",
    IsOk = "is_ok",
    IsOkAnd = "is_ok_and",
    IsPowerOfTwo = "is_power_of_two",
    IsSome = "is_some",
    IsSomeAnd = "is_some_and",
    Iter = "iter",
    IterMut = "iter_mut",
    Join = "join",
    Kind = "kind",
    Last = "last",
    LeadingZeros = "leading_zeros",
    Len = "len",
    Lines = "lines",
    Ln = "ln",
    Map = "map",
    MapErr = "map_err",
    MapOr = "map_or",
    MapOrElse = "map_or_else",
    Max = "max",
    MaxByKey = "max_by_key",
    Message = "message",
    Min = "min",
    MinByKey = "min_by_key",
    Next = "next",
    Node = "node",
    Ok = "ok",
    OkOr = "ok_or",
    OkOrElse = "ok_or_else",
    OpenFor = "open_for",
    Or = "or",
    OrElse = "or_else",
    OverflowingAdd = "overflowing_add",
    OverflowingMul = "overflowing_mul",
    OverflowingSub = "overflowing_sub",
    Parse = "parse",
    PartialCmp = "partial_cmp",
    Path = "path",
    Pop = "pop",
    Position = "position",
    Pow = "pow",
    Powf = "powf",
    Powi = "powi",
    Product = "product",
    Push = "push",
    PushStr = "push_str",
    Read = "read",
    ReadToString = "read_to_string",
    Reduce = "reduce",
    RemEuclid = "rem_euclid",
    Remove = "remove",
    Repeat = "repeat",
    Replace = "replace",
    Resource = "resource",
    Retain = "retain",
    Rev = "rev",
    Reverse = "reverse",
    Round = "round",
    SaturatingAdd = "saturating_add",
    SaturatingMul = "saturating_mul",
    SaturatingSub = "saturating_sub",
    Seek = "seek",
    Set = "set",
    Signum = "signum",
    Sin = "sin",
    Skip = "skip",
    SkipWhile = "skip_while",
    Sort = "sort",
    SortBy = "sort_by",
    SortByKey = "sort_by_key",
    SortUnstable = "sort_unstable",
    Split = "split",
    SplitAt = "split_at",
    SplitOff = "split_off",
    SplitOnce = "split_once",
    SplitWhitespace = "split_whitespace",
    Sqrt = "sqrt",
    StartsWith = "starts_with",
    StepBy = "step_by",
    StripPrefix = "strip_prefix",
    StripSuffix = "strip_suffix",
    Sum = "sum",
    Suppress = "suppress",
    Suppressed = "suppressed",
    Swap = "swap",
    SwapRemove = "swap_remove",
    Take = "take",
    TakeWhile = "take_while",
    ToLowercase = "to_lowercase",
    ToOwned = "to_owned",
    ToString = "to_string",
    ToUppercase = "to_uppercase",
    ToVec = "to_vec",
    TrailingZeros = "trailing_zeros",
    Trim = "trim",
    TrimEnd = "trim_end",
    TrimStart = "trim_start",
    Trunc = "trunc",
    Truncate = "truncate",
    TryBorrow = "try_borrow",
    TryBorrowMut = "try_borrow_mut",
    Unwrap = "unwrap",
    UnwrapErr = "unwrap_err",
    UnwrapOr = "unwrap_or",
    UnwrapOrDefault = "unwrap_or_default",
    UnwrapOrElse = "unwrap_or_else",
    Upgrade = "upgrade",
    Windows = "windows",
    WrappingAdd = "wrapping_add",
    WrappingMul = "wrapping_mul",
    WrappingSub = "wrapping_sub",
    Write = "write",
    WriteAll = "write_all",
    Xor = "xor",
    Zip = "zip",
}

impl Method {
    /// Whether it takes an `Option` or `Result` by value.
    pub(super) fn takes_option(self) -> bool {
        use Method as M;
        matches!(
            self,
            M::AndThen
                | M::Cloned
                | M::Copied
                | M::Err
                | M::Expect
                | M::ExpectErr
                | M::Filter
                | M::Flatten
                | M::Inspect
                | M::InspectErr
                | M::IntoIter
                | M::IsErrAnd
                | M::IsNoneOr
                | M::IsOkAnd
                | M::IsSomeAnd
                | M::Map
                | M::MapErr
                | M::MapOr
                | M::MapOrElse
                | M::Ok
                | M::OkOr
                | M::OkOrElse
                | M::Or
                | M::OrElse
                | M::Unwrap
                | M::UnwrapErr
                | M::UnwrapOr
                | M::UnwrapOrDefault
                | M::UnwrapOrElse
                | M::Xor
                | M::Zip
        )
    }
}

/// The macros that are known.
pub(super) const MACROS: &[&str] = &[
    "println",
    "print",
    "eprintln",
    "eprint",
    "format",
    "panic",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "unreachable",
    "todo",
    "unimplemented",
    "vec",
    "write",
    "writeln",
    "matches",
];

/// Of the known names, the one a person may have meant.
pub(super) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let limit = name.chars().count() / 3 + 1;
    known
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= limit && candidate != name)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// The same where a name that is not known may be right: only a slip of the pen counts.
pub(super) fn slip<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let is_slip = |near: &&str| distance(name, near) <= 1 + name.chars().count() / 6;
    nearest(name, known).filter(is_slip)
}

/// How many letters must be inserted, removed or replaced to get from one to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
