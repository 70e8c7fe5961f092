//! Runs a program that `rustc` compiled.
//!
//! The test binary starts itself again with the name of the program in its environment, and the
//! `#[test]` that calls [`become_program`] turns that second process into the program. So what it
//! prints, its exit status, an abort, are those of a real process; its journal comes in a file.

use std::cell::Cell;
use std::env;
use std::os::unix::process::ExitStatusExt;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::{self, Command, ExitCode, ExitStatus};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{fs, thread};

use leakproof::guard::{Session, install_panic_hook};
use leakproof::journal::{Journal, json_lines};
use leakproof::run::Directives;

/// The environment's name of the program to become.
const PROGRAM: &str = "LEAKPROOF_TEST_PROGRAM";

/// The environment's name of the file that takes the journal.
const JOURNAL: &str = "LEAKPROOF_TEST_JOURNAL";

/// What the test harness prints goes before this line, what the program prints after it.
const BEGINNING: &str = "\n--- the program begins ---\n";

/// Starts the process that becomes a program.
pub type Start<'s> = &'s (dyn Fn() -> Command + Sync);

/// A program and what `rustc` made of it.
#[derive(Clone, Copy)]
pub struct Program {
    /// Its file, relative to the list it stands in.
    pub path: &'static str,
    pub source: &'static str,
    pub main: fn() -> ExitCode,
}

/// Declares a module for each program, and `PROGRAMS`, the list of them. Paths are relative to the
/// file that calls this.
#[macro_export]
macro_rules! programs {
    ($($module:ident = $path:literal,)*) => {
        $(
            // A program may do what a lint warns of: that is often what it shows.
            #[allow(warnings, clippy::all, clippy::disallowed_methods)]
            mod $module {
                include!($path);

                pub(super) fn run_as_process() -> ::std::process::ExitCode {
                    ::std::process::Termination::report(main())
                }
            }
        )*

        /// The programs, in the order in which they are listed.
        pub const PROGRAMS: &[$crate::support::compiled::Program] = &[
            $($crate::support::compiled::Program {
                path: $path,
                source: include_str!($path),
                main: $module::run_as_process,
            },)*
        ];
    };
}

/// How a program ended and what it left behind.
#[derive(Debug)]
pub struct Ran {
    pub stdout: String,
    /// Without the messages of panics, which name the machine's paths.
    pub stderr: String,
    /// As a shell has it: 134 for an abort.
    pub status: i32,
    pub journal: Journal,
}

/// This test binary, started again for its `#[test]` that calls [`become_program`].
pub fn this_binary(test: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]);
    command
}

/// Runs each of the programs, named by its path, in a process of its own, several at a time, and
/// returns how each ended.
pub fn run_all(programs: &[String], start: Start) -> Vec<Ran> {
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let next = AtomicU32::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed) as usize;
            let Some(program) = programs.get(index) else { return done };
            done.push((index, run(program, start())));
        }
    };
    let mut ran: Vec<(usize, Ran)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    ran.sort_by_key(|(index, _)| *index);
    ran.into_iter().map(|(_, ran)| ran).collect()
}

fn run(program: &str, mut start: Command) -> Ran {
    static RUNS: AtomicU32 = AtomicU32::new(0);
    let run = RUNS.fetch_add(1, Ordering::Relaxed);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("run-{}-{run}", process::id()));
    let output = start.env(PROGRAM, program).env(JOURNAL, &file).output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let (_, stdout) =
        stdout.split_once(BEGINNING).unwrap_or_else(|| panic!("{program} did not begin"));
    let journal = fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{program} left no journal: {error}"));
    fs::remove_file(&file).unwrap();
    Ran {
        stdout: stdout.to_owned(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        status: status(output.status),
        journal: json_lines::read(&journal).unwrap(),
    }
}

fn status(status: ExitStatus) -> i32 {
    status.code().or(status.signal().map(|signal| 128 + signal)).unwrap()
}

/// Becomes the program that the environment names and does not return; returns if it names none.
pub fn become_program(programs: &[Program]) {
    let Ok(path) = env::var(PROGRAM) else { return };
    let program = programs.iter().find(|program| program.path == path).unwrap();
    panic::set_hook(Box::new(|_| {}));
    install_panic_hook();
    let session = Session::new(Directives::of(program.source).0.world(None));
    SESSION.set(Some(Box::leak(Box::new(Rc::clone(&session)))));
    at_every_end(save_journal);
    print!("{BEGINNING}");
    let status = session.enter(|| match panic::catch_unwind(AssertUnwindSafe(program.main)) {
        Ok(code) => (0..=255).find(|&number| ExitCode::from(number) == code).unwrap(),
        Err(_payload) => 101,
    });
    process::exit(i32::from(status));
}

thread_local! {
    /// Leaked, so that it is still there when the process ends.
    static SESSION: Cell<Option<&'static Rc<Session>>> = const { Cell::new(None) };
}

fn save_journal() {
    let Some(session) = SESSION.take() else { return };
    let (journal, _world) = session.finish();
    fs::write(env::var(JOURNAL).unwrap(), json_lines::to_string(&journal)).unwrap();
}

/// Has `save` called when the process exits or aborts: those are the ends that no Rust code sees.
fn at_every_end(save: fn()) {
    const SIGABRT: i32 = 6;
    static SAVE: std::sync::OnceLock<fn()> = std::sync::OnceLock::new();
    unsafe extern "C" {
        safe fn atexit(call: extern "C" fn()) -> i32;
        safe fn signal(signal: i32, call: extern "C" fn(i32)) -> usize;
    }
    extern "C" fn exiting() {
        SAVE.get().unwrap()();
    }
    // An abort of Rust is a call in the middle of code that waits for nothing, so what a handler of
    // signals may otherwise not do (allocate, write) is safe here.
    extern "C" fn aborting(_signal: i32) {
        SAVE.get().unwrap()();
    }
    SAVE.set(save).unwrap();
    atexit(exiting);
    signal(SIGABRT, aborting);
}
