//! A program that is killed at a moment of its run.
//!
//! Here a kill is the beginning of a journal, with what is open then reclaimed by the system; in the
//! page's tests real instances die.

use leakproof::guard::aftermath::{self, Death};
use leakproof::journal::{Exit, Journal, Kind};
use leakproof::replay::{Kills, Replay, kills};
use leakproof::rust;

/// The journal of a run that was killed after so many of its events.
pub fn killed_after(whole: &Journal, events: usize) -> Journal {
    let mut journal = beginning(whole, events);
    let death = Death { exit: Exit::Killed, status: 137, cause: "killed" };
    aftermath::reap(&mut journal, death, whole.events()[events - 1].time);
    journal
}

/// What comes of killing a program at each of its events but the last.
pub fn killed_at_each_event(source: &str) -> Kills {
    let Ok(program) = rust::compile(source) else { panic!("{source} does not compile") };
    let whole = program.run().journal;
    let end = whole.events().iter().position(|event| event.kind == Kind::Exited).unwrap();
    let killed: Vec<Replay> = (1..=end)
        .map(|events| Replay::new(killed_after(&whole, events), program.beginning()))
        .collect();
    kills(&Replay::new(whole, program.beginning()), &killed)
}

fn beginning(whole: &Journal, events: usize) -> Journal {
    let mut cut = Journal::new();
    for text in whole.texts().skip(1) {
        cut.intern(text);
    }
    cut.keep(whole.kept());
    for event in &whole.events()[..events] {
        cut.record(*event);
    }
    cut
}
