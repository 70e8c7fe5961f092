//! The names of the language, the standard library and the prelude that the playground knows.
//!
//! Here is only what they are called; what they do is in [`functions`](crate::rust::eval::functions) and
//! [`methods`](crate::rust::eval::methods).

macro_rules! functions {
    ($($name:ident = $path:literal, $count:literal;)*) => {
        /// A function that is not the program's own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::rust) enum Builtin { $($name,)* }

        impl Builtin {
            pub(in crate::rust) const ALL: &[Builtin] = &[$(Builtin::$name,)*];

            /// Its path, without the crate and the modules that need not be written.
            pub(in crate::rust) fn path(self) -> &'static str {
                match self { $(Builtin::$name => $path,)* }
            }

            pub(in crate::rust) fn from_path(path: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|builtin| builtin.path() == path)
            }

            /// How many arguments it takes.
            pub(in crate::rust) fn count(self) -> usize {
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
    RcNewCyclic = "Rc::new_cyclic", 1;
    RcClone = "Rc::clone", 1;
    RcDowngrade = "Rc::downgrade", 1;
    RcStrongCount = "Rc::strong_count", 1;
    RcWeakCount = "Rc::weak_count", 1;
    RcPtrEq = "Rc::ptr_eq", 2;
    RcTryUnwrap = "Rc::try_unwrap", 1;
    WeakNew = "Weak::new", 0;
    CellNew = "Cell::new", 1;
    RefCellNew = "RefCell::new", 1;
    MutexNew = "Mutex::new", 1;
    RwLockNew = "RwLock::new", 1;
    RefMap = "Ref::map", 2;
    RefClone = "Ref::clone", 1;
    RefMutMap = "RefMut::map", 2;
    Min = "cmp::min", 2;
    Max = "cmp::max", 2;
    Repeat = "iter::repeat", 1;
    Once = "iter::once", 1;
    Zip = "iter::zip", 2;
    FromMillis = "Duration::from_millis", 1;
    FromSecs = "Duration::from_secs", 1;
    ManuallyDropNew = "ManuallyDrop::new", 1;
    ManuallyDropDrop = "ManuallyDrop::drop", 1;
    ManuallyDropTake = "ManuallyDrop::take", 1;
    ManuallyDropIntoInner = "ManuallyDrop::into_inner", 1;
    SetHook = "panic::set_hook", 1;
    TakeHook = "panic::take_hook", 0;
    DefaultHook = "<the default hook>", 1;
    ExitCodeFrom = "ExitCode::from", 1;
    BTreeMapNew = "BTreeMap::new", 0;
    BTreeMapFrom = "BTreeMap::from", 1;
    HashMapNew = "HashMap::new", 0;
    HashMapWithCapacity = "HashMap::with_capacity", 1;
    HashMapFrom = "HashMap::from", 1;
    BTreeSetNew = "BTreeSet::new", 0;
    BTreeSetFrom = "BTreeSet::from", 1;
    HashSetNew = "HashSet::new", 0;
    HashSetWithCapacity = "HashSet::with_capacity", 1;
    HashSetFrom = "HashSet::from", 1;
    VecDequeNew = "VecDeque::new", 0;
    VecDequeWithCapacity = "VecDeque::with_capacity", 1;
    VecDequeFrom = "VecDeque::from", 1;
    VecFrom = "Vec::from", 1;
    BoxFrom = "Box::from", 1;
    RcFrom = "Rc::from", 1;
    RcGetMut = "Rc::get_mut", 1;
    RcMakeMut = "Rc::make_mut", 1;
    RcIntoInner = "Rc::into_inner", 1;
    RcUnwrapOrClone = "Rc::unwrap_or_clone", 1;
    PtrEq = "ptr::eq", 2;
    StringFromUtf8 = "String::from_utf8", 1;
    StringFromUtf8Lossy = "String::from_utf8_lossy", 1;
    CharFromU32 = "char::from_u32", 1;
    CharFromDigit = "char::from_digit", 2;
    Empty = "iter::empty", 0;
    FromFn = "iter::from_fn", 1;
    Successors = "iter::successors", 2;
    RepeatWith = "iter::repeat_with", 1;
    RepeatN = "iter::repeat_n", 2;
    AtomicBoolNew = "AtomicBool::new", 1;
    AtomicI32New = "AtomicI32::new", 1;
    AtomicI64New = "AtomicI64::new", 1;
    AtomicIsizeNew = "AtomicIsize::new", 1;
    AtomicU32New = "AtomicU32::new", 1;
    AtomicU64New = "AtomicU64::new", 1;
    AtomicUsizeNew = "AtomicUsize::new", 1;
}

impl Builtin {
    /// Whether it asks the system for something, which the journal sees.
    pub(in crate::rust) fn reaches_the_system(self) -> bool {
        use Builtin as B;
        matches!(
            self,
            B::FileOpen
                | B::FileCreate
                | B::FileAppend
                | B::FileWithOptions
                | B::LockExclusive
                | B::LockShared
                | B::With
                | B::Sleep
                | B::ReadToString
                | B::Write
                | B::Rename
                | B::RemoveFile
                | B::RemoveDir
                | B::CreateDir
                | B::CreateDirAll
                | B::ReadDir
                | B::Exists
                | B::Metadata
        )
    }
}

// In the order of their names, in which they are looked up.
macro_rules! methods {
    ($($name:ident = $text:literal,)*) => {
        /// A method that is not the program's own, by its name alone: which type it is of is known
        /// when it runs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::rust) enum Method { $($name,)* }

        impl Method {
            pub(in crate::rust) const ALL: &[Method] = &[$(Method::$name,)*];

            pub(in crate::rust) fn name(self) -> &'static str {
                match self { $(Method::$name => $text,)* }
            }

            pub(in crate::rust) fn from_name(name: &str) -> Option<Self> {
                let found = Self::ALL.binary_search_by(|method| method.name().cmp(name));
                found.ok().map(|index| Self::ALL[index])
            }
        }
    };
}

methods! {
    Abs = "abs",
    AbsDiff = "abs_diff",
    Acos = "acos",
    All = "all",
    Alternate = "alternate",
    And = "and",
    AndModify = "and_modify",
    AndThen = "and_then",
    Any = "any",
    Append = "append",
    AsBytes = "as_bytes",
    AsDeref = "as_deref",
    AsDerefMut = "as_deref_mut",
    AsMillis = "as_millis",
    AsMut = "as_mut",
    AsMutSlice = "as_mut_slice",
    AsRef = "as_ref",
    AsSecs = "as_secs",
    AsSecsF64 = "as_secs_f64",
    AsSlice = "as_slice",
    AsStr = "as_str",
    Asin = "asin",
    Atan = "atan",
    Atan2 = "atan2",
    Back = "back",
    BackMut = "back_mut",
    BinarySearch = "binary_search",
    BinarySearchBy = "binary_search_by",
    BinarySearchByKey = "binary_search_by_key",
    Borrow = "borrow",
    BorrowMut = "borrow_mut",
    ByRef = "by_ref",
    Bytes = "bytes",
    Capacity = "capacity",
    Cbrt = "cbrt",
    Ceil = "ceil",
    Chain = "chain",
    CharIndices = "char_indices",
    Chars = "chars",
    CheckedAbs = "checked_abs",
    CheckedAdd = "checked_add",
    CheckedDiv = "checked_div",
    CheckedMul = "checked_mul",
    CheckedNeg = "checked_neg",
    CheckedPow = "checked_pow",
    CheckedRem = "checked_rem",
    CheckedShl = "checked_shl",
    CheckedShr = "checked_shr",
    CheckedSub = "checked_sub",
    ChunkBy = "chunk_by",
    Chunks = "chunks",
    ChunksExact = "chunks_exact",
    ChunksMut = "chunks_mut",
    Clamp = "clamp",
    Clear = "clear",
    ClearPoison = "clear_poison",
    Clone = "clone",
    Cloned = "cloned",
    Close = "close",
    Cmp = "cmp",
    Collect = "collect",
    Column = "column",
    CompareExchange = "compare_exchange",
    Concat = "concat",
    Contains = "contains",
    ContainsKey = "contains_key",
    Copied = "copied",
    Cos = "cos",
    Cosh = "cosh",
    Count = "count",
    CountOnes = "count_ones",
    CountZeros = "count_zeros",
    Create = "create",
    CreateNew = "create_new",
    Cycle = "cycle",
    DebugList = "debug_list",
    DebugMap = "debug_map",
    DebugSet = "debug_set",
    DebugStruct = "debug_struct",
    DebugTuple = "debug_tuple",
    Dedup = "dedup",
    DedupBy = "dedup_by",
    DedupByKey = "dedup_by_key",
    Defer = "defer",
    Description = "description",
    Difference = "difference",
    DivCeil = "div_ceil",
    DivEuclid = "div_euclid",
    Downcast = "downcast",
    DowncastMut = "downcast_mut",
    DowncastRef = "downcast_ref",
    Downgrade = "downgrade",
    Drain = "drain",
    EndsWith = "ends_with",
    Entries = "entries",
    Entry = "entry",
    Enumerate = "enumerate",
    Eq = "eq",
    EqIgnoreAsciiCase = "eq_ignore_ascii_case",
    Err = "err",
    Exp = "exp",
    Exp2 = "exp2",
    Expect = "expect",
    ExpectErr = "expect_err",
    Extend = "extend",
    ExtendFromSlice = "extend_from_slice",
    FetchAdd = "fetch_add",
    FetchAnd = "fetch_and",
    FetchMax = "fetch_max",
    FetchMin = "fetch_min",
    FetchOr = "fetch_or",
    FetchSub = "fetch_sub",
    FetchXor = "fetch_xor",
    Field = "field",
    File = "file",
    Fill = "fill",
    Filter = "filter",
    FilterMap = "filter_map",
    Find = "find",
    FindMap = "find_map",
    Finish = "finish",
    FinishNonExhaustive = "finish_non_exhaustive",
    First = "first",
    FirstEntry = "first_entry",
    FirstKeyValue = "first_key_value",
    FirstMut = "first_mut",
    FlatMap = "flat_map",
    Flatten = "flatten",
    Floor = "floor",
    Flush = "flush",
    Fmt = "fmt",
    Fold = "fold",
    ForEach = "for_each",
    Fract = "fract",
    FromStrRadix = "from_str_radix",
    Front = "front",
    FrontMut = "front_mut",
    Ge = "ge",
    Get = "get",
    GetKeyValue = "get_key_value",
    GetMut = "get_mut",
    GetOrInsert = "get_or_insert",
    GetOrInsertWith = "get_or_insert_with",
    GetRef = "get_ref",
    Gt = "gt",
    Handle = "handle",
    Hold = "hold",
    Hypot = "hypot",
    Ilog = "ilog",
    Ilog10 = "ilog10",
    Ilog2 = "ilog2",
    Insert = "insert",
    InsertEntry = "insert_entry",
    InsertStr = "insert_str",
    Inspect = "inspect",
    InspectErr = "inspect_err",
    Intersection = "intersection",
    Into = "into",
    IntoBoxedSlice = "into_boxed_slice",
    IntoBoxedStr = "into_boxed_str",
    IntoBytes = "into_bytes",
    IntoInner = "into_inner",
    IntoIter = "into_iter",
    IntoKeys = "into_keys",
    IntoMut = "into_mut",
    IntoString = "into_string",
    IntoValues = "into_values",
    IntoVec = "into_vec",
    Is = "is",
    IsAlphabetic = "is_alphabetic",
    IsAlphanumeric = "is_alphanumeric",
    IsAscii = "is_ascii",
    IsAsciiAlphabetic = "is_ascii_alphabetic",
    IsAsciiAlphanumeric = "is_ascii_alphanumeric",
    IsAsciiDigit = "is_ascii_digit",
    IsAsciiLowercase = "is_ascii_lowercase",
    IsAsciiPunctuation = "is_ascii_punctuation",
    IsAsciiUppercase = "is_ascii_uppercase",
    IsAsciiWhitespace = "is_ascii_whitespace",
    IsCharBoundary = "is_char_boundary",
    IsControl = "is_control",
    IsDigit = "is_digit",
    IsDir = "is_dir",
    IsDisjoint = "is_disjoint",
    IsEmpty = "is_empty",
    IsEq = "is_eq",
    IsErr = "is_err",
    IsErrAnd = "is_err_and",
    IsFinite = "is_finite",
    IsGe = "is_ge",
    IsGt = "is_gt",
    IsInfinite = "is_infinite",
    IsLe = "is_le",
    IsLowercase = "is_lowercase",
    IsLt = "is_lt",
    IsNan = "is_nan",
    IsNe = "is_ne",
    IsNegative = "is_negative",
    IsNone = "is_none",
    IsNoneOr = "is_none_or",
    IsNumeric = "is_numeric",
    IsOk = "is_ok",
    IsOkAnd = "is_ok_and",
    IsPoisoned = "is_poisoned",
    IsPositive = "is_positive",
    IsPowerOfTwo = "is_power_of_two",
    IsSignNegative = "is_sign_negative",
    IsSignPositive = "is_sign_positive",
    IsSome = "is_some",
    IsSomeAnd = "is_some_and",
    IsSorted = "is_sorted",
    IsSubset = "is_subset",
    IsSuperset = "is_superset",
    IsUppercase = "is_uppercase",
    IsWhitespace = "is_whitespace",
    Isqrt = "isqrt",
    Iter = "iter",
    IterMut = "iter_mut",
    Join = "join",
    Key = "key",
    Keys = "keys",
    Kind = "kind",
    Last = "last",
    LastEntry = "last_entry",
    LastKeyValue = "last_key_value",
    LastMut = "last_mut",
    Le = "le",
    LeadingOnes = "leading_ones",
    LeadingZeros = "leading_zeros",
    Leak = "leak",
    Len = "len",
    LenUtf8 = "len_utf8",
    Line = "line",
    Lines = "lines",
    Ln = "ln",
    Load = "load",
    Location = "location",
    Lock = "lock",
    Log = "log",
    Log10 = "log10",
    Log2 = "log2",
    Lt = "lt",
    Map = "map",
    MapErr = "map_err",
    MapOr = "map_or",
    MapOrElse = "map_or_else",
    MapWhile = "map_while",
    Matches = "matches",
    Max = "max",
    MaxBy = "max_by",
    MaxByKey = "max_by_key",
    Message = "message",
    Min = "min",
    MinBy = "min_by",
    MinByKey = "min_by_key",
    MulAdd = "mul_add",
    Ne = "ne",
    Next = "next",
    NextBack = "next_back",
    NextIf = "next_if",
    NextMultipleOf = "next_multiple_of",
    NextPowerOfTwo = "next_power_of_two",
    Node = "node",
    Nth = "nth",
    Ok = "ok",
    OkOr = "ok_or",
    OkOrElse = "ok_or_else",
    OpenFor = "open_for",
    Or = "or",
    OrDefault = "or_default",
    OrElse = "or_else",
    OrInsert = "or_insert",
    OrInsertWith = "or_insert_with",
    OrInsertWithKey = "or_insert_with_key",
    OverflowingAdd = "overflowing_add",
    OverflowingMul = "overflowing_mul",
    OverflowingNeg = "overflowing_neg",
    OverflowingPow = "overflowing_pow",
    OverflowingSub = "overflowing_sub",
    Pad = "pad",
    Parse = "parse",
    PartialCmp = "partial_cmp",
    Partition = "partition",
    PartitionPoint = "partition_point",
    Path = "path",
    Payload = "payload",
    PayloadAsStr = "payload_as_str",
    Peek = "peek",
    Peekable = "peekable",
    Pop = "pop",
    PopBack = "pop_back",
    PopFirst = "pop_first",
    PopFront = "pop_front",
    PopLast = "pop_last",
    Position = "position",
    Pow = "pow",
    Powf = "powf",
    Powi = "powi",
    Precision = "precision",
    Product = "product",
    Push = "push",
    PushBack = "push_back",
    PushFront = "push_front",
    PushStr = "push_str",
    Range = "range",
    Rchunks = "rchunks",
    Read = "read",
    ReadToString = "read_to_string",
    Recip = "recip",
    Reduce = "reduce",
    RemEuclid = "rem_euclid",
    Remove = "remove",
    RemoveEntry = "remove_entry",
    Repeat = "repeat",
    Replace = "replace",
    Replacen = "replacen",
    Reserve = "reserve",
    Resize = "resize",
    ResizeWith = "resize_with",
    Resource = "resource",
    Retain = "retain",
    RetainMut = "retain_mut",
    Rev = "rev",
    Reverse = "reverse",
    ReverseBits = "reverse_bits",
    Rfind = "rfind",
    Rfold = "rfold",
    RotateLeft = "rotate_left",
    RotateRight = "rotate_right",
    Round = "round",
    Rposition = "rposition",
    Rsplit = "rsplit",
    RsplitOnce = "rsplit_once",
    Rsplitn = "rsplitn",
    SaturatingAdd = "saturating_add",
    SaturatingMul = "saturating_mul",
    SaturatingNeg = "saturating_neg",
    SaturatingPow = "saturating_pow",
    SaturatingSub = "saturating_sub",
    Scan = "scan",
    Seek = "seek",
    Set = "set",
    ShrinkToFit = "shrink_to_fit",
    SignPlus = "sign_plus",
    Signum = "signum",
    Sin = "sin",
    Sinh = "sinh",
    Skip = "skip",
    SkipWhile = "skip_while",
    Sort = "sort",
    SortBy = "sort_by",
    SortByCachedKey = "sort_by_cached_key",
    SortByKey = "sort_by_key",
    SortUnstable = "sort_unstable",
    SortUnstableBy = "sort_unstable_by",
    SortUnstableByKey = "sort_unstable_by_key",
    Source = "source",
    Splice = "splice",
    Split = "split",
    SplitAt = "split_at",
    SplitAtMut = "split_at_mut",
    SplitFirst = "split_first",
    SplitInclusive = "split_inclusive",
    SplitLast = "split_last",
    SplitOff = "split_off",
    SplitOnce = "split_once",
    SplitTerminator = "split_terminator",
    SplitWhitespace = "split_whitespace",
    Splitn = "splitn",
    Sqrt = "sqrt",
    StartsWith = "starts_with",
    StepBy = "step_by",
    Store = "store",
    StripPrefix = "strip_prefix",
    StripSuffix = "strip_suffix",
    StrongCount = "strong_count",
    Sum = "sum",
    Suppress = "suppress",
    Suppressed = "suppressed",
    Swap = "swap",
    SwapBytes = "swap_bytes",
    SwapRemove = "swap_remove",
    SymmetricDifference = "symmetric_difference",
    Take = "take",
    TakeIf = "take_if",
    TakeWhile = "take_while",
    Tan = "tan",
    Tanh = "tanh",
    Then = "then",
    ThenSome = "then_some",
    ThenWith = "then_with",
    ToAsciiLowercase = "to_ascii_lowercase",
    ToAsciiUppercase = "to_ascii_uppercase",
    ToBits = "to_bits",
    ToDegrees = "to_degrees",
    ToDigit = "to_digit",
    ToLowercase = "to_lowercase",
    ToOwned = "to_owned",
    ToRadians = "to_radians",
    ToString = "to_string",
    ToUppercase = "to_uppercase",
    ToVec = "to_vec",
    TotalCmp = "total_cmp",
    TrailingOnes = "trailing_ones",
    TrailingZeros = "trailing_zeros",
    Transpose = "transpose",
    Trim = "trim",
    TrimEnd = "trim_end",
    TrimEndMatches = "trim_end_matches",
    TrimMatches = "trim_matches",
    TrimStart = "trim_start",
    TrimStartMatches = "trim_start_matches",
    Trunc = "trunc",
    Truncate = "truncate",
    TryBorrow = "try_borrow",
    TryBorrowMut = "try_borrow_mut",
    TryFold = "try_fold",
    TryForEach = "try_for_each",
    TryInto = "try_into",
    TryLock = "try_lock",
    TryRead = "try_read",
    TryWrite = "try_write",
    Union = "union",
    UnsignedAbs = "unsigned_abs",
    Unwrap = "unwrap",
    UnwrapErr = "unwrap_err",
    UnwrapOr = "unwrap_or",
    UnwrapOrDefault = "unwrap_or_default",
    UnwrapOrElse = "unwrap_or_else",
    Unzip = "unzip",
    Update = "update",
    Upgrade = "upgrade",
    Value = "value",
    Values = "values",
    ValuesMut = "values_mut",
    WeakCount = "weak_count",
    Width = "width",
    Windows = "windows",
    WrappingAbs = "wrapping_abs",
    WrappingAdd = "wrapping_add",
    WrappingDiv = "wrapping_div",
    WrappingMul = "wrapping_mul",
    WrappingNeg = "wrapping_neg",
    WrappingPow = "wrapping_pow",
    WrappingRem = "wrapping_rem",
    WrappingShl = "wrapping_shl",
    WrappingShr = "wrapping_shr",
    WrappingSub = "wrapping_sub",
    Write = "write",
    WriteAll = "write_all",
    WriteChar = "write_char",
    WriteFmt = "write_fmt",
    WriteStr = "write_str",
    Xor = "xor",
    Zip = "zip",
}

impl Method {
    /// Whether it takes an `Option` or `Result` by value.
    pub(in crate::rust) fn takes_option(self) -> bool {
        use Method as M;
        matches!(
            self,
            M::And
                | M::AndThen
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
                | M::Transpose
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
pub(in crate::rust) const MACROS: &[&str] = &[
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
    "format_args",
    "debug_assert_ne",
    "concat",
];

/// Of the known names, the one a person may have meant.
pub(in crate::rust) fn nearest<'n>(
    name: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let limit = name.chars().count() / 3 + 1;
    known
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= limit && candidate != name)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// The same where a name that is not known may be right: only a slip of the pen counts.
pub(in crate::rust) fn slip<'n>(
    name: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_in_the_order_of_their_names() {
        assert!(Method::ALL.is_sorted_by(|a, b| a.name() < b.name()));
    }
}
