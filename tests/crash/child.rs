//! The program that crashes: this test binary, started once more.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{self, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use leakproof::guard::Session;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::directory::Directory;
use crate::scenarios::{self, Scenario};

/// How a program dies at an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Death {
    /// It stops, and is killed from outside.
    Killed,
    /// It calls `abort`.
    Aborted,
}

/// A running child. Killed and waited for when dropped, so that no failing test leaves one behind.
pub struct Child {
    process: Option<process::Child>,
    said: BufReader<ChildStderr>,
}

const SCENARIO: &str = "LEAKPROOF_CRASH_SCENARIO";
const DIRECTORY: &str = "LEAKPROOF_CRASH_DIRECTORY";
const EVENT: &str = "LEAKPROOF_CRASH_EVENT";
const ABORTS: &str = "LEAKPROOF_CRASH_ABORTS";

const BEGUN: &str = "the scenario begins";
const STOPPED: &str = "stopped at the event";

impl Child {
    /// Starts a scenario, to die at the event of that number (from 1) if one is given.
    pub fn start(
        scenario: &Scenario,
        directory: &Directory,
        event: Option<usize>,
        death: Death,
    ) -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        command
            .args(["--exact", "child", "--nocapture", "--test-threads=1"])
            .env(SCENARIO, scenario.name)
            .env(DIRECTORY, directory.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        if let Some(event) = event {
            command.env(EVENT, event.to_string());
        }
        if death == Death::Aborted {
            command.env(ABORTS, "");
        }
        let mut process = command.spawn().unwrap();
        let said = BufReader::new(process.stderr.take().unwrap());
        Self { process: Some(process), said }
    }

    pub fn id(&self) -> u32 {
        self.process.as_ref().unwrap().id()
    }

    pub fn wait_until_begun(&mut self) {
        self.wait_until_said(BEGUN);
    }

    pub fn wait_until_stopped(&mut self) {
        self.wait_until_said(STOPPED);
    }

    fn wait_until_said(&mut self, text: &str) {
        let mut all = String::new();
        while !all.lines().any(|line| line == text) {
            assert!(self.said.read_line(&mut all).unwrap() > 0, "it ended, and said: {all}");
        }
    }

    /// Sends SIGKILL.
    pub fn kill(&mut self) {
        self.process.as_mut().unwrap().kill().unwrap();
    }

    pub fn wait(mut self) -> ExitStatus {
        self.process.take().unwrap().wait().unwrap()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Whether this process is the one to be crashed.
pub fn is_one() -> bool {
    env::var_os(SCENARIO).is_some()
}

/// The child's whole life; nothing in a process that is none.
pub fn run() {
    let Ok(scenario) = env::var(SCENARIO) else { return };
    let directory = env::var(DIRECTORY).unwrap();
    let event: Option<usize> = env::var(EVENT).ok().map(|number| number.parse().unwrap());
    let aborts = env::var_os(ABORTS).is_some();
    let scenario = scenarios::named(&scenario);
    let program = || (scenario.program)(&|name| format!("{directory}/{name}"));
    let session = Session::over_os();
    let reached = move |number| {
        if !aborts && event == Some(number) {
            stop();
        }
    };
    at_each_event(reached, || {
        session.set_tracing(true);
        if let Some(event) = event.filter(|_| aborts) {
            session.die_at(event);
        }
        say(BEGUN);
        session.enter(program).unwrap();
    });
}

/// Waits to be killed; goes when there is nobody left who would.
fn stop() {
    say(STOPPED);
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    process::exit(1);
}

fn say(text: &str) {
    let mut stderr = std::io::stderr().lock();
    writeln!(stderr, "{text}").unwrap();
    stderr.flush().unwrap();
}

/// Calls `reached` with the number of each event (from 1) that a session passes on while `body`
/// runs. This is how a program is stopped at an event without the guards knowing.
pub fn at_each_event(reached: impl Fn(usize) + Send + Sync + 'static, body: impl FnOnce()) {
    tracing::subscriber::with_default(Counting { seen: AtomicUsize::new(0), reached }, body);
}

struct Counting<F> {
    seen: AtomicUsize,
    reached: F,
}

impl<F: Fn(usize) + Send + Sync + 'static> Subscriber for Counting<F> {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn event(&self, _: &Event<'_>) {
        (self.reached)(self.seen.fetch_add(1, Ordering::Relaxed) + 1);
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}
