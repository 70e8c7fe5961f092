//! The end of a program that died in an instance of its own, as far as can be told from outside.

use super::diagnostic::{Diagnostic, Lines};
use super::limits::{MAX_MEMORY_HELD, STACK};
use crate::guard::aftermath::{self, Death};
use crate::journal::numbers::{plural, size};
use crate::journal::{Exit, Journal, Kind, TextId};

/// The status of a process that aborts, as a shell has it: 128 and SIGABRT.
pub(crate) const STATUS_ABORTED: i32 = 134;
/// The status of a process that is killed: 128 and SIGKILL.
const STATUS_KILLED: i32 = 137;

/// The cause of a program's death.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiedOf {
    /// The stack of its instance overflowed.
    Stack,
    /// The instruction `unreachable`: `abort` in WebAssembly.
    Unreachable,
    /// It did not end within so many milliseconds, so its worker was ended.
    Late(u32),
    /// The person wanted it to die at this step.
    Killed,
}

/// Continues the journal of a program that died: says of what, where the journal does not say it, and
/// has the system close what the program left open. `now`: its clock at the death, in nanoseconds.
pub fn reap(journal: &mut Journal, died_of: DiedOf, now: u64) {
    let panicked = aftermath::died_of_panic(journal);
    let (exit, status, cause) = match died_of {
        DiedOf::Stack => {
            let cause = format!(
                "the stack overflowed (it has {}); look for a function that calls itself without end",
                size(STACK as u64)
            );
            (Exit::Aborted, STATUS_ABORTED, cause)
        }
        DiedOf::Unreachable if panicked => {
            (Exit::Aborted, STATUS_ABORTED, "a panic, and `panic = \"abort\"`".to_owned())
        }
        DiedOf::Unreachable => {
            let most = size(MAX_MEMORY_HELD as u64);
            let cause = format!("the memory ran out (it has {most}); keep less at a time");
            (Exit::Aborted, STATUS_ABORTED, cause)
        }
        DiedOf::Late(waited) => {
            let waited = match waited {
                0..500 => plural(waited.into(), "millisecond", "milliseconds"),
                waited => plural((waited + 500) as u64 / 1000, "second", "seconds"),
            };
            let cause = format!(
                "it did not end within {waited}; what it did in its last moments was not recorded"
            );
            (Exit::Killed, STATUS_KILLED, cause)
        }
        DiedOf::Killed => (Exit::Killed, STATUS_KILLED, "at this step, as you asked".to_owned()),
    };
    aftermath::reap(journal, Death { exit, status: status as u32, cause: &cause }, now);
}

/// The diagnostic of a run that a cap has stopped, where only its journal is left. `source`: its program.
pub fn stopped(source: &str, journal: &Journal) -> Option<Diagnostic> {
    let exited = journal.events().iter().rfind(|event| event.kind == Kind::Exited)?;
    if exited.detail != Exit::Stopped as u8 || exited.text == TextId::NONE {
        return None;
    }
    let lines = Lines::new(source);
    let line = source.lines().nth(usize::from(exited.line).saturating_sub(1)).unwrap_or(source);
    Some(Diagnostic::stopped(lines.part(line.trim()), journal.text(exited.text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Event;

    /// How a journal with events of these kinds says that its program ended.
    fn ending(kinds: &[Kind], died_of: DiedOf) -> String {
        let mut journal = Journal::new();
        for &kind in kinds {
            journal.record(Event::of(kind));
        }
        reap(&mut journal, died_of, 0);
        let exited = journal.events().iter().find(|event| event.kind == Kind::Exited).unwrap();
        let exit = Exit::from_code(exited.detail).unwrap();
        format!("{exit}, {}: {}", exited.amount, journal.text(exited.text))
    }

    #[test]
    fn each_cause_of_death_says_the_limit_and_what_to_do() {
        assert_eq!(
            ending(&[], DiedOf::Stack),
            "aborted, 134: the stack overflowed (it has 1 MiB); look for a function that calls itself without end"
        );
        assert_eq!(
            ending(&[], DiedOf::Unreachable),
            "aborted, 134: the memory ran out (it has 128 MiB); keep less at a time"
        );
        assert_eq!(
            ending(&[Kind::PanicRaised, Kind::Output], DiedOf::Unreachable),
            "aborted, 134: a panic, and `panic = \"abort\"`"
        );
        let late = "what it did in its last moments was not recorded";
        assert_eq!(
            ending(&[], DiedOf::Late(2003)),
            format!("killed, 137: it did not end within 2 seconds; {late}")
        );
        assert_eq!(
            ending(&[], DiedOf::Late(1400)),
            format!("killed, 137: it did not end within 1 second; {late}")
        );
        assert_eq!(
            ending(&[], DiedOf::Late(250)),
            format!("killed, 137: it did not end within 250 milliseconds; {late}")
        );
        assert_eq!(ending(&[], DiedOf::Killed), "killed, 137: at this step, as you asked");
    }
}
