//! Why something happened: the earlier events that it rests on.
//!
//! The answer is a value, a chain of events with the role that each of them has. Whoever shows it
//! makes words of it ([`Replay::why_text`]), or points at the events.

mod causes;

use super::Replay;
use super::scene::Scene;

/// Why the event of a step happened, as far as the journal shows it.
///
/// ```
/// use leakproof::guard::{Session, beginning};
/// use leakproof::prelude::*;
/// use leakproof::replay::{Replay, Role};
/// use leakproof::world::World;
///
/// let session = Session::new(World::new());
/// session.enter(|| std::mem::forget(ManagedFile::create("a.txt").unwrap()));
/// let replay = Replay::new(session.finish().0, Vec::new());
///
/// assert_eq!(replay.what(3), "`a.txt` was never closed.");
/// let why = replay.why(3);
/// assert_eq!(why.first(Role::Acquisition), Some(2));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The step that is asked about.
    pub step: u32,
    /// What it rests on, the nearest reason first. No step is later than the one asked about.
    pub causes: Vec<Cause>,
}

/// An event on which another one rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// The step that the event leads to, from 1.
    pub step: u32,
    /// What the event has to do with it.
    pub role: Role,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What an event has to do with a later one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Role { $($(#[$doc])* $name,)* }

        impl Role {
            /// Every role.
            pub const ALL: &[Role] = &[$(Role::$name,)*];

            /// The name for programs, words joined by `-`.
            pub fn name(self) -> &'static str {
                match self { $(Role::$name => $text,)* }
            }
        }
    };
}

roles! {
    /// The resource was acquired.
    Acquisition = "acquisition",
    /// A variable became the owner.
    Binding = "binding",
    /// The owner got another value, so its old one is dropped.
    Replacement = "replacement",
    /// The scope began in which this happens, or whose end decides.
    Scope = "scope",
    /// Control began to leave a scope.
    Leaving = "leaving",
    /// An error began to travel.
    Error = "error",
    /// A panic was raised.
    Panic = "panic",
    /// A call failed: what the error or the panic tells of.
    Failure = "failure",
    /// The clean-up began of which this is a part.
    CleanUp = "clean-up",
    /// A resource that was released first, since its owner was declared or opened later.
    WentFirst = "went-first",
    /// A resource that waits, since its owner was declared or opened earlier.
    Waits = "waits",
    /// A resource that was released.
    Release = "release",
    /// The oldest write whose bytes are concerned.
    Write = "write",
    /// A resource was forgotten.
    Forgetting = "forgetting",
    /// A resource was acquired that is in the way: it takes a handle, or holds the lock.
    Holder = "holder",
    /// The program ended.
    End = "end",
    /// The resource was found open after the end of the program.
    Leak = "leak",
}

impl Why {
    /// The nearest event with a role.
    pub fn first(&self, role: Role) -> Option<u32> {
        self.causes.iter().find(|cause| cause.role == role).map(|cause| cause.step)
    }

    /// The events with a role, the nearest first.
    pub fn all(&self, role: Role) -> impl Iterator<Item = u32> + '_ {
        self.causes.iter().filter(move |cause| cause.role == role).map(|cause| cause.step)
    }
}

impl Replay {
    /// Why the event of a step happened. A step beyond the last one is taken as the last; step 0 has
    /// no event and no reason.
    ///
    /// Found by searching the facts: the cost does not grow with the length of the run.
    pub fn why(&self, step: usize) -> Why {
        let step = step.min(self.steps()) as u32;
        let causes = match step {
            0 => Vec::new(),
            _ => causes::causes(Scene { replay: self, step }),
        };
        Why { step, causes }
    }
}
