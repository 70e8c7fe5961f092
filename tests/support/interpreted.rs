//! Runs a program in the playground's interpreter, and compares that with what `rustc` made of it.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use leakproof::guard::message_of;
use leakproof::journal::{Journal, Kind};
use leakproof::run::{Category, Diagnostic};
use leakproof::rust;

use super::compiled::Ran;
use super::facts::{Fact, facts};

/// What came of running a program both ways.
#[derive(Debug)]
pub enum Verdict {
    /// Output, exit status, and each event that a compiled program can see are the same.
    Agrees,
    /// The playground says that the program is outside of what it supports.
    NotSupported(String),
    /// Anything else: what is different, or what was said about a program that `rustc` takes.
    Differs(String),
}

/// Interprets a program and compares.
pub fn verdict(path: &str, source: &str, compiled: Ran) -> Verdict {
    let (path, source) = (path.to_owned(), source.to_owned());
    let (tell, told) = mpsc::channel();
    // A thread cannot be ended from outside: one that hangs is left behind.
    thread::spawn(move || {
        let told = panic::catch_unwind(AssertUnwindSafe(|| compare(&path, &source, &compiled)));
        let _ = tell.send(told);
    });
    match told.recv_timeout(PATIENCE) {
        Ok(Ok(verdict)) => verdict,
        Ok(Err(payload)) => {
            Verdict::Differs(format!("the playground panics: {}", message_of(&*payload)))
        }
        Err(_) => Verdict::Differs(String::from("the playground hangs")),
    }
}

/// How long a run may take: every cap is reached long before.
const PATIENCE: Duration = Duration::from_secs(60);

fn compare(path: &str, source: &str, compiled: &Ran) -> Verdict {
    let interpreted = match rust::compile(source) {
        Ok(interpreted) => interpreted,
        Err(diagnostics) => return refused(path, source, &diagnostics),
    };
    let run = interpreted.run();
    if let Some(problem) = &run.problem
        && run.outcome.status != STATUS_ABORTED
    {
        return refused(path, source, std::slice::from_ref(problem));
    }
    if run.stdout != compiled.stdout {
        return differs("output", &run.stdout, &compiled.stdout);
    }
    let ours = without_panics(&run.stderr, &run.journal);
    if ours != compiled.stderr.replace(ABORTING, "") {
        return differs("error output", &ours, &compiled.stderr);
    }
    // A process has eight bits for it.
    let status = run.outcome.status & 0xff;
    if status != compiled.status {
        return differs("status", &status.to_string(), &compiled.status.to_string());
    }
    let lines_of_program = source.lines().count();
    let mut compiled = facts(&compiled.journal);
    compiled.retain(|fact| !fact.text.contains("panic in a destructor during cleanup"));
    for fact in &mut compiled {
        // A panic that std raises deep within itself has the line of std.
        if usize::from(fact.line) > lines_of_program {
            fact.line = 0;
        }
    }
    let mut interpreted = facts(&run.journal);
    if source.contains("panic::set_hook") {
        // The program's own hook takes the place of the one that records.
        let recorded = |fact: &Fact| !fact.text.contains(Kind::PanicRaised.name());
        compiled.retain(recorded);
        interpreted.retain(recorded);
    }
    let same = interpreted.len() == compiled.len()
        && interpreted.iter().zip(&compiled).all(|(one, other)| one.agrees_with(other));
    if !same {
        return differs("journal", &lines(&interpreted), &lines(&compiled));
    }
    Verdict::Agrees
}

/// The status of a process that aborts.
const STATUS_ABORTED: i32 = 134;

fn refused(path: &str, source: &str, diagnostics: &[Diagnostic]) -> Verdict {
    let text = diagnostics.iter().map(|diagnostic| diagnostic.render(path, source)).collect();
    match diagnostics.iter().all(|each| each.category == Category::NotSupported) {
        true => Verdict::NotSupported(text),
        false => Verdict::Differs(text),
    }
}

fn differs(what: &str, interpreted: &str, compiled: &str) -> Verdict {
    Verdict::Differs(format!(
        "{what}, interpreted:\n{interpreted}\n{what}, compiled:\n{compiled}\n"
    ))
}

fn lines(facts: &[Fact]) -> String {
    facts.iter().map(|fact| format!("{} (line {})\n", fact.text, fact.line)).collect()
}

/// What std says when it gives up.
const ABORTING: &str = "thread caused non-unwinding panic. aborting.\n";

/// What a program printed as errors, without the messages of panics: they name a file and a thread,
/// and are compared in the journal.
fn without_panics(stderr: &str, journal: &Journal) -> String {
    let mut text = stderr.replace(ABORTING, "");
    let panics = journal.events().iter().filter(|event| event.kind == Kind::PanicRaised);
    for panic in panics {
        let message = format!(":\n{}\n", journal.text(panic.text));
        // A hook of the program's own may have printed nothing.
        let Some(start) = text.find("\nthread 'main'") else { break };
        let Some(end) = text[start + 1..].find(&message) else { continue };
        text.replace_range(start..start + 1 + end + message.len(), "");
    }
    text
}
