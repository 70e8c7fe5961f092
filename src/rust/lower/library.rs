//! What of Rust and its library is outside of the playground, and what comes nearest to it.

use crate::rust::library::builtin::{Builtin, Method, slip};
use crate::rust::library::suggestions::functions_of;

/// Names that lead outside, each with what it belongs to.
const NAMES: &[(&[&str], Outside)] = &[
    (&["Barrier", "Condvar", "LazyLock", "OnceLock", "sync"], Outside::Sync),
    (&["mpsc", "AtomicPtr"], Outside::Sync),
    (&["Builder", "JoinHandle", "scope", "spawn", "thread"], Outside::Thread),
    (&["future", "pin", "task", "tokio"], Outside::Async),
    (&["BufRead", "BufReader", "BufWriter", "Cursor", "io", "stdin", "stdout"], Outside::Input),
    (&["env"], Outside::Environment),
    (&["Instant", "SystemTime", "UNIX_EPOCH"], Outside::Clock),
    (&["Command", "Stdio"], Outside::Process),
    (&["TcpListener", "TcpStream", "UdpSocket", "net"], Outside::Network),
    (&["NonNull", "addr_of", "alloc", "ptr", "transmute", "zeroed"], Outside::Raw),
    (&["MaybeUninit", "UnsafeCell"], Outside::Raw),
    (&["arch", "ffi", "intrinsics"], Outside::Foreign),
    (&["BinaryHeap", "LinkedList"], Outside::Collection),
    (&["Cow", "LazyCell", "OnceCell", "Pin", "Reverse"], Outside::Other),
];

/// Methods and functions of types of the standard library. Those that the playground knows may be
/// among them; what is in neither is nowhere.
const STANDARD: &str = include_str!("std_methods.txt");

#[derive(Clone, Copy)]
enum Outside {
    Async,
    Clock,
    Collection,
    Environment,
    Foreign,
    Input,
    Network,
    Other,
    Process,
    Raw,
    Sync,
    Thread,
}

impl Outside {
    fn hint(self) -> &'static str {
        match self {
            Self::Async => "write plain functions: a program has one thread",
            Self::Clock => "time is virtual: `sleep(…)` moves it, and the timeline shows it",
            Self::Collection => "use a `Vec`, a `VecDeque` or a `BTreeMap`",
            Self::Environment => "write what it would be told into the program",
            Self::Foreign => "write it in Rust",
            Self::Input => {
                "write the input into the program, or into a file by `//@ file name: text`"
            }
            Self::Network => "files and locks stand in for it: a program reaches nothing else",
            Self::Other => "write it with structs, `Option`, `Box`, `Rc` and `RefCell`",
            Self::Process => "call a function",
            Self::Raw => "use a reference, `Box` or `Rc`",
            Self::Sync => {
                "a program has one thread: `Arc` shares, and `Mutex` lets what is shared change"
            }
            Self::Thread => "a program has one thread: call the function",
        }
    }
}

/// If a path leads outside: that it does, and a way out. `full`: with what `use` shortened written out;
/// `written`: as it is in the program.
pub(super) fn outside(full: &[String], written: &str) -> Option<(String, String)> {
    let names: Vec<&str> = full.iter().map(String::as_str).collect();
    let is_std = matches!(names.first(), Some(&("std" | "core" | "alloc"))) && names.len() > 1;
    let inside = if is_std { &names[1..] } else { &names[..] };
    if let ["fs", name, ..] = inside
        && is_std
    {
        let hint = match *name {
            "File" | "OpenOptions" => {
                "the prelude has `ManagedFile`, which opens files of the virtual disk".to_owned()
            }
            name => format!("`use leakproof::prelude::*;` brings `fs::{name}` of the virtual disk"),
        };
        let message = "the real file system is outside of what the playground runs";
        return Some((message.to_owned(), hint));
    }
    if let ["thread", "sleep"] = inside {
        let message = "the machine's clock is outside of what the playground runs";
        return Some((
            message.to_owned(),
            "`sleep(milliseconds)` moves the virtual one".to_owned(),
        ));
    }
    // A word alone may be anything.
    if let [word] = inside
        && word.starts_with(char::is_lowercase)
    {
        return None;
    }
    // The innermost name says it best; that of a module is better than nothing.
    let found = inside.iter().rev().find_map(|name| {
        let (_, what) = NAMES.iter().find(|(names, _)| names.contains(name))?;
        Some(what.hint())
    });
    let hint = match found {
        Some(hint) => hint,
        // The library has more than is listed here.
        None if is_std && !is_slip(inside) => Outside::Other.hint(),
        None => return None,
    };
    Some((format!("`{written}` is outside of what the playground runs"), hint.to_owned()))
}

/// Whether a path of the standard library is nearly that of something that is known.
fn is_slip(path: &[&str]) -> bool {
    let [.., of, name] = path else { return false };
    let types = Builtin::ALL.iter().filter_map(|builtin| builtin.path().split_once("::"));
    slip(name, functions_of(of)).is_some() || slip(of, types.map(|(of, _)| of)).is_some()
}

/// The same of a method.
pub(super) fn method_outside(name: &str) -> Option<(String, String)> {
    let hint = "write it out, with a loop if need be";
    let is_standard = STANDARD.lines().any(|standard| standard == name);
    is_standard.then(|| {
        (format!("the method `{name}` is outside of what the playground runs"), hint.to_owned())
    })
}

/// The same of a function of a type of the standard library: `String::len`, `f64::from`.
pub(super) fn function_outside(of: &str, name: &str) -> Option<(String, String)> {
    const OF_TRAITS: &[&str] = &["from", "from_iter", "from_str", "new", "with_capacity"];
    let is_own = matches!(of, "ManagedFile" | "ManagedLock" | "ExitStack" | "Error" | "Opening");
    let message = format!("`{of}::{name}` is outside of what the playground runs");
    if is_own {
        None
    } else if Method::from_name(name).is_some() {
        let hint =
            format!("write it as a method, in a closure if need be: `|value| value.{name}(…)`");
        Some((message, hint))
    } else {
        let is_standard = STANDARD.lines().any(|standard| standard == name);
        let hint = "make the value in another way".to_owned();
        (is_standard || OF_TRAITS.contains(&name)).then_some((message, hint))
    }
}
