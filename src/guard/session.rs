//! One program's run: the machine below it, its journal, and where it is.

use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::rc::Rc;

use super::Result;
use super::lifecycle::Ledger;
use super::system::{Host, Wanted};
use super::tee::Tee;
use crate::journal::{Event, Journal, ResourceId, ScopeId, TextId};
use crate::world::World;

/// One program's run. Guards find it without being told ([`Session::enter`]), so that a program
/// reads like one written over `std::fs`.
///
/// A session is to a program what a process is: it owns the open handles, and when it is over, what
/// the program left open is closed by the world and not by the program.
///
/// ```
/// use leakproof::guard::Session;
/// use leakproof::journal::Kind;
/// use leakproof::prelude::*;
/// use leakproof::world::World;
///
/// let session = Session::new(World::new());
/// session.enter(|| {
///     let file = ManagedFile::create("a.txt").unwrap();
///     std::mem::forget(file);
/// });
/// let (journal, _world) = session.finish();
/// let last: Vec<Kind> = journal.events().iter().rev().map(|event| event.kind).take(2).collect();
/// assert_eq!(last, [Kind::Reaped, Kind::Leaked]);
/// ```
pub struct Session {
    pub(super) ledger: RefCell<Ledger>,
    tee: RefCell<Option<Tee>>,
    /// Whether somebody follows what is recorded, asked on the hot path.
    followed: Cell<bool>,
    /// With so many events the process aborts.
    dies_at: Cell<usize>,
    /// Where an interpreter says the program is; 0 where nobody says it.
    line: Cell<u16>,
    scope: Cell<ScopeId>,
    /// No guard does anything any more: the program is dead.
    sealed: Cell<bool>,
    interpreted: Cell<bool>,
}

thread_local! {
    static CURRENT: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
}

impl Session {
    /// A run over a simulated world.
    pub fn new(world: World) -> Rc<Self> {
        Self::over(Host::World(world))
    }

    /// A run over the real file system, with the real clock.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn over_os() -> Rc<Self> {
        Self::over(Host::Os(super::os::Os::new()))
    }

    fn over(host: Host) -> Rc<Self> {
        Rc::new(Self {
            ledger: RefCell::new(Ledger::new(host)),
            tee: RefCell::new(None),
            followed: Cell::new(false),
            dies_at: Cell::new(usize::MAX),
            line: Cell::new(0),
            scope: Cell::new(ScopeId::NONE),
            sealed: Cell::new(false),
            interpreted: Cell::new(false),
        })
    }

    /// The session of this thread: the innermost [`Session::enter`], else one that lives as long as
    /// the thread, over the real file system (in WebAssembly: over an empty world).
    pub fn current() -> Rc<Self> {
        CURRENT.with_borrow_mut(|current| match current {
            Some(session) => Rc::clone(session),
            None => Rc::clone(current.insert(Self::of_thread())),
        })
    }

    /// The current session, if any guard or [`Session::enter`] asked for one before.
    pub(super) fn existing() -> Option<Rc<Self>> {
        CURRENT.try_with(|current| current.try_borrow().ok()?.clone()).ok()?
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn of_thread() -> Rc<Self> {
        let session = Self::over_os();
        session.ledger.borrow_mut().keep_only_while_open();
        session
    }

    #[cfg(target_arch = "wasm32")]
    fn of_thread() -> Rc<Self> {
        let session = Self::new(World::new());
        session.ledger.borrow_mut().keep_only_while_open();
        session
    }

    /// Runs `body` with this session as the thread's current one; also a panic puts the former one
    /// back.
    pub fn enter<T>(self: &Rc<Self>, body: impl FnOnce() -> T) -> T {
        struct Restore(Option<Rc<Session>>);
        impl Drop for Restore {
            fn drop(&mut self) {
                CURRENT.set(self.0.take());
            }
        }
        let _restore = Restore(CURRENT.replace(Some(Rc::clone(self))));
        body()
    }

    /// Says in which scope the program is; an interpreter calls this, a compiled program cannot.
    #[inline]
    pub fn set_scope(&self, scope: ScopeId) {
        self.scope.set(scope);
    }

    /// The scope last set.
    #[inline]
    pub fn scope(&self) -> ScopeId {
        self.scope.get()
    }

    /// Says at which source line (from 1) the program is; an interpreter calls this. Without it,
    /// events carry the line of the Rust code that called the guard.
    #[inline]
    pub fn set_line(&self, line: u32) {
        self.line.set(line.min(u32::from(u16::MAX)) as u16);
    }

    /// Says that an interpreter runs the program: it records the program's panics itself, and every
    /// other panic is its own.
    pub fn set_interpreted(&self, interpreted: bool) {
        self.interpreted.set(interpreted);
    }

    pub(super) fn is_interpreted(&self) -> bool {
        self.interpreted.get()
    }

    /// Sends each event to `tracing` too, from now on: a span for each open resource, events for the
    /// rest. Off by default, since it costs hundreds of times what recording costs.
    pub fn set_tracing(&self, on: bool) {
        let seen = self.ledger.borrow().journal.len();
        *self.tee.borrow_mut() = on.then(|| Tee::from(seen));
        self.follow();
    }

    /// Aborts the process as soon as so many events are recorded and the operation that recorded the
    /// last of them is done: a crash at a place of one's choice. [`Session::remains`] is what it
    /// leaves.
    pub fn die_at(&self, events: usize) {
        self.dies_at.set(events);
        self.follow();
    }

    fn follow(&self) {
        self.followed.set(self.tee.borrow().is_some() || self.dies_at.get() != usize::MAX);
    }

    /// Appends an event, and fills in its time, scope and (where it is 0) line.
    #[inline]
    pub fn record(&self, event: Event) {
        if self.sealed.get() {
            return;
        }
        let line = if event.line == 0 { self.line.get() } else { event.line };
        self.ledger.borrow_mut().record(Event { scope: self.scope.get(), line, ..event });
        self.pass_on();
    }

    /// The id of a text in this session's journal.
    #[inline]
    pub fn intern(&self, text: &str) -> TextId {
        self.ledger.borrow_mut().journal.intern(text)
    }

    /// Looks at the journal as far as it is written.
    ///
    /// # Panics
    ///
    /// If `look` uses a guard of this session.
    pub fn with_journal<T>(&self, look: impl FnOnce(&Journal) -> T) -> T {
        look(&self.ledger.borrow().journal)
    }

    /// Looks at the world as the program has it now; `None` over the real file system.
    ///
    /// # Panics
    ///
    /// If `look` uses a guard of this session.
    pub fn with_world<T>(&self, look: impl FnOnce(&World) -> T) -> Option<T> {
        match &self.ledger.borrow().host {
            Host::World(world) => Some(look(world)),
            #[cfg(not(target_arch = "wasm32"))]
            Host::Os(_) => None,
        }
    }

    /// What the program that died on this thread has left: its journal and, in nanoseconds, its
    /// time. It may have died anywhere, also where it was changing them, so nothing is asked of it
    /// that it could refuse. `None` if no session was entered.
    ///
    /// # Safety
    ///
    /// The program is dead: none of its code runs any more.
    pub unsafe fn remains<T>(look: impl FnOnce(&Journal, u64) -> T) -> Option<T> {
        let session = Self::existing()?;
        // SAFETY: whoever had it borrowed does not run any more.
        let ledger = unsafe { &*session.ledger.as_ptr() };
        Some(look(&ledger.journal, ledger.host.now()))
    }

    /// Nanoseconds since the run began.
    pub fn now(&self) -> u64 {
        self.ledger.borrow().host.now()
    }

    /// The program is dead from here on: no destructor that still runs does or records anything, as
    /// none would run in a process that has exited.
    pub fn seal(&self) {
        self.sealed.set(true);
    }

    #[inline]
    pub(super) fn is_sealed(&self) -> bool {
        self.sealed.get()
    }

    /// Ends the run: what is still open is reported as leaked, and the world closes it. Returns the
    /// journal, balanced, and the world with an empty table of handles.
    ///
    /// Guards that still exist do nothing from here on.
    ///
    /// # Panics
    ///
    /// If the session is over the real file system; that is ended by [`Session::finish_os`].
    pub fn finish(&self) -> (Journal, World) {
        match self.end() {
            (journal, Host::World(world)) => (journal, world),
            #[cfg(not(target_arch = "wasm32"))]
            _ => panic!("a session over the real file system has no world to return"),
        }
    }

    /// Ends a run over the real file system: what is still open is reported as leaked and closed.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn finish_os(&self) -> Journal {
        self.end().0
    }

    fn end(&self) -> (Journal, Host) {
        // The program is over: what the world does now, it does in any case.
        self.dies_at.set(usize::MAX);
        self.follow();
        self.ledger.borrow_mut().reap();
        self.pass_on();
        self.seal();
        let mut ledger = self.ledger.borrow_mut();
        let ended = ledger.ended(Host::World(World::new()));
        let Ledger { journal, host, .. } = std::mem::replace(&mut *ledger, ended);
        (journal, host)
    }

    /// Acquires a resource for the program.
    pub(super) fn acquire(
        &self,
        path: &str,
        wanted: Wanted,
        caller: &Location<'_>,
    ) -> Result<ResourceId> {
        let place = self.place(caller);
        let acquired = self.ledger.borrow_mut().acquire(path, wanted, place);
        self.pass_on();
        acquired
    }

    /// Where the program is: what the interpreter said, else the caller of the guard.
    #[inline]
    pub(super) fn place(&self, caller: &Location<'_>) -> Place {
        let line = match self.line.get() {
            0 => caller.line().min(u32::from(u16::MAX)) as u16,
            line => line,
        };
        Place { scope: self.scope.get(), line }
    }

    /// Where the program is when nobody called: in a destructor.
    #[inline]
    pub(super) fn place_of_drop(&self) -> Place {
        Place { scope: self.scope.get(), line: self.line.get() }
    }

    /// Tells whoever follows what was recorded since the last time.
    #[inline]
    pub(super) fn pass_on(&self) {
        if self.followed.get() {
            self.pass_on_to_followers();
        }
    }

    #[cold]
    fn pass_on_to_followers(&self) {
        if self.ledger.borrow().journal.len() >= self.dies_at.get() {
            std::process::abort();
        }
        // A subscriber that itself uses a guard comes back here while the tee is borrowed.
        if let Ok(mut tee) = self.tee.try_borrow_mut()
            && let Some(tee) = &mut *tee
        {
            tee.pass_on(&self.ledger);
        }
    }
}

/// Where in the program something happens.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) scope: ScopeId,
    pub(super) line: u16,
}
