//! What a world says is open, and what it says is left, after each event of a scenario.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use leakproof::guard::Session;
use leakproof::journal::{Journal, Kind};
use leakproof::world::{HandleKind, World};

use crate::child::at_each_event;
use crate::directory::Disk;
use crate::scenarios::Scenario;

/// How things stand when the n-th event has been passed on.
pub struct Step {
    /// From 1.
    pub number: usize,
    pub kind: Kind,
    /// What the program has open, locks included.
    pub open_files: BTreeSet<String>,
    pub held_locks: BTreeSet<String>,
    /// What is on the disk once the program is dead and the world has closed what it left.
    pub disk: Disk,
}

/// The steps of a scenario. An operation that records several events passes them on together when
/// it is done, so these share what is open and what is left.
pub fn steps_of(scenario: &Scenario) -> Vec<Step> {
    let mut world = World::new();
    for (path, bytes) in scenario.files {
        world.install(path, *bytes).unwrap();
    }
    let session = Session::new(world);
    let worlds = worlds_of(scenario, &session);
    assert_eq!(worlds.len(), session.with_journal(Journal::len), "each event is passed on");
    let (journal, _) = session.finish();
    let kinds = journal.events().iter().map(|event| event.kind);
    let steps = worlds.into_iter().zip(kinds).enumerate();
    steps.map(|(index, (world, kind))| step(index + 1, kind, world)).collect()
}

fn worlds_of(scenario: &Scenario, session: &Rc<Session>) -> Vec<World> {
    let worlds = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&worlds);
    at_each_event(
        move |_number| {
            let world = Session::current().with_world(World::clone).expect("it runs in a world");
            seen.lock().unwrap().push(world);
        },
        || {
            session.set_tracing(true);
            let program = || (scenario.program)(&|name| format!("/{name}"));
            session.enter(|| catch_unwind(AssertUnwindSafe(program))).unwrap().unwrap();
            session.set_tracing(false);
        },
    );
    std::mem::take(&mut worlds.lock().unwrap())
}

fn step(number: usize, kind: Kind, mut world: World) -> Step {
    let name = |path: String| path.trim_start_matches('/').to_owned();
    let open_files = world.open_handles().map(|(_, _, path)| name(path)).collect();
    let held_locks = world
        .open_handles()
        .filter(|(_, kind, _)| *kind == HandleKind::Lock)
        .map(|(_, _, path)| name(path))
        .collect();
    world.reap();
    let disk =
        world.files().into_iter().map(|(path, _, bytes)| (name(path), bytes.to_vec())).collect();
    Step { number, kind, open_files, held_locks, disk }
}
