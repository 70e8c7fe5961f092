//! The lifecycle every resource goes through, and its bookkeeping: acquire, use, release, reap.
//!
//! One place records, so that no guard can forget to. A guard itself holds two things only, its
//! session and the number of its resource; whatever must outlive a forgotten guard (its handle, its
//! unflushed bytes) is kept here, as a process keeps it.

use std::fmt::Display;

use super::open::{Open, OpenResources};
use super::session::Place;
use super::system::{Host, System, Wanted};
use super::{Error, Result};
use crate::journal::{Ending, Event, Journal, Kind, OpenMode, ResourceId};
use crate::world::{self, ErrorKind, Handle, Opened};

/// Bytes a file buffers before it flushes by itself. `std::io::BufWriter` has the same size.
pub const BUFFER_SIZE: usize = 8 * 1024;

/// How many events a session that nobody reads keeps before it starts anew.
const UNREAD_EVENTS: usize = 4096;

/// The journal, the machine below, and the resources that are open.
pub(super) struct Ledger {
    pub(super) journal: Journal,
    pub(super) host: Host,
    open: OpenResources,
    /// How many acquisitions were tried.
    tried: u32,
    /// Whether the journal may be thrown away when nothing is open.
    unread: bool,
}

impl Ledger {
    pub(super) fn new(host: Host) -> Self {
        Self {
            journal: Journal::new(),
            host,
            open: OpenResources::default(),
            tried: 0,
            unread: false,
        }
    }

    /// What is left of a ledger whose run is over: nothing open, and ids that are not used again.
    pub(super) fn ended(&self, host: Host) -> Self {
        Self { tried: self.tried, ..Self::new(host) }
    }

    /// For a session nobody finishes, and so nobody reads: its journal must not grow for ever.
    pub(super) fn keep_only_while_open(&mut self) {
        self.unread = true;
    }

    /// Appends an event with the time of now.
    #[inline]
    pub(super) fn record(&mut self, event: Event) {
        let time = self.host.now();
        self.journal.record(Event { time, ..event });
    }

    /// Appends an event of a resource.
    #[inline]
    pub(super) fn record_of(&mut self, resource: ResourceId, place: Place, event: Event) {
        self.record(Event { resource, scope: place.scope, line: place.line, ..event });
    }

    /// Tries to acquire, and records how that went.
    pub(super) fn acquire(
        &mut self,
        path: &str,
        wanted: Wanted,
        place: Place,
    ) -> Result<ResourceId> {
        if self.unread && self.open.as_slice().is_empty() && self.journal.len() > UNREAD_EVENTS {
            self.journal = Journal::new();
        }
        self.tried += 1;
        let resource = ResourceId(self.tried);
        let text = self.journal.intern(path);
        let acquiring = Event { text, detail: wanted.kind() as u8, ..Event::of(Kind::Acquiring) };
        self.record_of(resource, place, acquiring);
        match self.host.acquire(path, wanted) {
            Ok(Opened { handle, node, created, truncated }) => {
                let bit = |on, bit| if on { bit } else { 0 };
                let detail = wanted.mode()
                    | bit(created, OpenMode::CREATED)
                    | bit(truncated, OpenMode::TRUNCATED);
                let (at, amount) = (handle.0, node.0);
                let acquired = Event { text, at, amount, detail, ..Event::of(Kind::Acquired) };
                self.record_of(resource, place, acquired);
                self.open.add(resource, handle, text, self.host.now());
                Ok(resource)
            }
            Err(error) => {
                let error = Error::from(error);
                let failed = Event::of(Kind::AcquisitionFailed);
                self.record_error(resource, place, failed, &error);
                Err(error)
            }
        }
    }

    /// An open resource, or `bad handle`: the run is over and the world has closed it.
    #[inline]
    pub(super) fn find(&mut self, resource: ResourceId) -> Result<&mut Open> {
        let index = self.index(resource)?;
        Ok(self.open.get_mut(index))
    }

    #[inline]
    fn index(&self, resource: ResourceId) -> Result<usize> {
        self.open.position(resource).ok_or_else(run_is_over)
    }

    /// Runs one operation on an open handle, and records its failure.
    #[inline]
    pub(super) fn operate<T>(
        &mut self,
        resource: ResourceId,
        place: Place,
        operation: impl FnOnce(&mut dyn System, Handle) -> Result<T, world::Error>,
    ) -> Result<T> {
        let index = self.index(resource)?;
        let Open { handle, ref buffered, .. } = *self.open.get_mut(index);
        let buffered = buffered.len();
        operation(self.host.system(), handle)
            .map_err(Error::from)
            .inspect_err(|error| self.record_failure(resource, place, buffered, error))
    }

    /// Takes bytes into the buffer.
    #[inline]
    pub(super) fn buffer(
        &mut self,
        resource: ResourceId,
        place: Place,
        bytes: &[u8],
    ) -> Result<()> {
        let index = self.index(resource)?;
        let at = self.journal.keep(bytes);
        let buffered = &mut self.open.get_mut(index).buffered;
        buffered.push(at as usize, bytes.len());
        let full = buffered.len() >= BUFFER_SIZE;
        let amount = bytes.len() as u32;
        self.record_of(resource, place, Event { amount, at, ..Event::of(Kind::Written) });
        if full { self.flush(resource, place) } else { Ok(()) }
    }

    /// Hands the buffered bytes to the system. On failure they stay buffered.
    pub(super) fn flush(&mut self, resource: ResourceId, place: Place) -> Result<()> {
        let index = self.index(resource)?;
        self.flush_at(index, place)
    }

    #[inline]
    fn flush_at(&mut self, index: usize, place: Place) -> Result<()> {
        let Open { resource, handle, ref mut buffered, .. } = *self.open.get_mut(index);
        let length = buffered.len();
        if length == 0 {
            return Ok(());
        }
        let bytes = buffered.bytes(&self.journal);
        match self.host.system().write(handle, &bytes).map_err(Error::from) {
            Ok(position) => {
                buffered.clear();
                let (amount, at) = (length as u32, position as u32);
                self.record_of(resource, place, Event { amount, at, ..Event::of(Kind::Flushed) });
                Ok(())
            }
            Err(error) => {
                self.record_failure(resource, place, length, &error);
                Err(error)
            }
        }
    }

    /// Appends the failure of an operation on an open handle.
    fn record_failure(
        &mut self,
        resource: ResourceId,
        place: Place,
        buffered: usize,
        error: &Error,
    ) {
        let failed = Event { amount: buffered as u32, ..Event::of(Kind::OperationFailed) };
        self.record_error(resource, place, failed, error);
    }

    /// Appends an event of a resource with an error as its text.
    #[cold]
    fn record_error(
        &mut self,
        resource: ResourceId,
        place: Place,
        event: Event,
        error: &dyn Display,
    ) {
        let text = self.journal.intern(&error.to_string());
        self.record_of(resource, place, Event { text, ..event });
    }

    /// Releases a resource: flushes what is buffered, closes the handle, records both.
    ///
    /// The handle is closed even if the flush fails, and is gone even if closing fails (as on
    /// Linux): no error keeps a handle open. Of two errors the first is returned and the second is
    /// attached to it.
    #[inline]
    pub(super) fn release(
        &mut self,
        resource: ResourceId,
        place: Place,
        ending: Ending,
    ) -> Result<()> {
        let detail = ending as u8;
        let index = self.index(resource)?;
        self.record_of(resource, place, Event { detail, ..Event::of(Kind::CleanUpStarted) });
        let flushed = self.flush_at(index, place);
        let Open { handle, ref buffered, .. } = *self.open.get_mut(index);
        let lost = buffered.len() as u32;
        let closed = self.host.system().close(handle).map_err(Error::from);
        self.open.close(index);
        if let Err(error) = both(flushed, closed) {
            let failed = Event { amount: lost, detail, ..Event::of(Kind::ReleaseFailed) };
            self.record_error(resource, place, failed, &error);
            return Err(error);
        }
        self.record_of(resource, place, Event { detail, ..Event::of(Kind::Released) });
        Ok(())
    }

    /// Ends the run for what is still open: reported as leaked, then closed by the system.
    pub(super) fn reap(&mut self) {
        let leaked = std::mem::take(&mut self.open);
        for open in leaked.as_slice() {
            let amount = open.buffered.len() as u32;
            let event = Event { resource: open.resource, amount, ..Event::of(Kind::Leaked) };
            self.record(event);
        }
        self.host.system().reap();
        for open in leaked.as_slice() {
            let amount = open.buffered.len() as u32;
            let event = Event { resource: open.resource, amount, ..Event::of(Kind::Reaped) };
            self.record(event);
        }
    }
}

/// The error of a resource that is over with its run.
#[cold]
fn run_is_over() -> Error {
    let path = String::from("the run that opened it is over");
    world::Error { kind: ErrorKind::BadHandle, path }.into()
}

/// Of two errors the first, with the second attached to it.
#[inline]
fn both(first: Result<()>, second: Result<()>) -> Result<()> {
    match (first, second) {
        (Ok(()), Ok(())) => Ok(()),
        (Err(error), Ok(())) | (Ok(()), Err(error)) => Err(error),
        (Err(mut error), Err(later)) => {
            error.suppress(later);
            Err(error)
        }
    }
}
