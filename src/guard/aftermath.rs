//! What the world does when a program has died where nobody could ask it.

use std::collections::BTreeMap;

use crate::journal::{Event, Exit, Journal, Kind, ResourceId, ScopeId};

/// How a program died.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Death<'t> {
    /// By which way.
    pub exit: Exit,
    /// The status of its process.
    pub status: u32,
    /// Of what, in words.
    pub cause: &'t str,
}

/// Goes on with the journal of a dead program as [`Session::finish`](super::Session::finish) would
/// have: each handle the program left open is reported as leaked and then closed by the world, with
/// the bytes that were buffered and are lost.
///
/// A journal that does not say how its program ended is told so first. `now` is what the clock
/// showed at the death, in nanoseconds.
pub fn reap(journal: &mut Journal, death: Death<'_>, now: u64) {
    let last = journal.events().last().copied();
    if !journal.events().iter().rev().any(|event| event.kind == Kind::Exited) {
        let text = journal.intern(death.cause);
        let (scope, line) = last.map_or((ScopeId::NONE, 0), |last| (last.scope, last.line));
        let (amount, detail) = (death.status, death.exit as u8);
        let exited =
            Event { time: now, scope, line, text, amount, detail, ..Event::of(Kind::Exited) };
        journal.record(exited);
    }
    let open = left_open(journal);
    for kind in [Kind::Leaked, Kind::Reaped] {
        for (&resource, &amount) in &open {
            journal.record(Event { time: now, resource, amount, ..Event::of(kind) });
        }
    }
}

/// Whether a program died of a panic, as it does under `panic = "abort"`: it raised one, and since then
/// no scope was unwound and nothing caught it.
pub fn died_of_panic(journal: &Journal) -> bool {
    let kinds = [Kind::PanicRaised, Kind::Unwinding, Kind::PanicCaught];
    let last = journal.events().iter().rfind(|event| kinds.contains(&event.kind));
    last.is_some_and(|last| last.kind == Kind::PanicRaised)
}

/// What was acquired and not released, in the order of acquisition, and how many bytes each still
/// has in its buffer.
fn left_open(journal: &Journal) -> BTreeMap<ResourceId, u32> {
    let mut open = BTreeMap::new();
    for &Event { kind, resource, amount, .. } in journal.events() {
        match kind {
            Kind::Acquired => {
                open.insert(resource, 0);
            }
            Kind::Written => *open.entry(resource).or_default() += amount,
            Kind::Flushed => {
                let buffered = open.entry(resource).or_default();
                *buffered = buffered.saturating_sub(amount);
            }
            Kind::Released | Kind::ReleaseFailed | Kind::Reaped => {
                open.remove(&resource);
            }
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_died_of_a_panic_that_neither_unwound_nor_was_caught() {
        let died = |kinds: &[Kind]| {
            let mut journal = Journal::new();
            for &kind in kinds {
                journal.record(Event::of(kind));
            }
            died_of_panic(&journal)
        };
        // Its message is printed, and a hook of the program may do more.
        assert!(died(&[Kind::PanicRaised, Kind::Output, Kind::ScopeEntered, Kind::ScopeLeft]));
        assert!(!died(&[]));
        assert!(!died(&[Kind::PanicRaised, Kind::Output, Kind::Unwinding]));
        assert!(!died(&[Kind::PanicRaised, Kind::Unwinding, Kind::PanicCaught, Kind::Output]));
        assert!(died(&[Kind::PanicRaised, Kind::PanicCaught, Kind::PanicRaised]));
    }
}
