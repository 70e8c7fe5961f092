//! The lifecycle every resource goes through, and its bookkeeping: acquire, use, release, reap.
//!
//! One place records, so that no guard can forget to. A guard itself holds two things only, its
//! session and the number of its resource; whatever must outlive a forgotten guard (its handle, its
//! unflushed bytes) is kept here, as a process keeps it.

use super::session::Place;
use super::system::{Host, System};
use crate::journal::{Ending, Event, Journal, Kind, OpenMode, ResourceId, ResourceKind, TextId};
use crate::world::{Error, ErrorKind, Handle, Opened};

/// Bytes a file buffers before it flushes by itself. `std::io::BufWriter` has the same size.
pub const BUFFER_SIZE: usize = 8 * 1024;

/// How many events a session that nobody reads keeps before it starts anew.
const UNREAD_EVENTS: usize = 4096;

/// The journal, the machine below, and the resources that are open.
pub(super) struct Ledger {
    pub(super) journal: Journal,
    pub(super) host: Host,
    /// In the order in which they were acquired, which is the order of their ids.
    open: Vec<Open>,
    /// Buffers of released files, for the next ones: most programs open files one after the other.
    spare: Vec<Vec<u8>>,
    /// How many acquisitions were tried.
    tried: u32,
    /// Whether the journal may be thrown away when nothing is open.
    unread: bool,
}

/// An open resource.
pub(super) struct Open {
    pub(super) resource: ResourceId,
    pub(super) handle: Handle,
    pub(super) path: TextId,
    /// Nanoseconds since the run began.
    pub(super) since: u64,
    /// Written by the program and not yet by the system.
    pub(super) buffer: Vec<u8>,
}

impl Ledger {
    pub(super) fn new(host: Host) -> Self {
        Self {
            journal: Journal::new(),
            host,
            open: Vec::new(),
            spare: Vec::new(),
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
    #[inline]
    pub(super) fn acquire(
        &mut self,
        kind: ResourceKind,
        path: &str,
        place: Place,
        mode: u8,
        open: impl FnOnce(&mut dyn System) -> Result<Opened, Error>,
    ) -> Result<ResourceId, Error> {
        if self.unread && self.open.is_empty() && self.journal.len() > UNREAD_EVENTS {
            self.journal = Journal::new();
        }
        self.tried += 1;
        let resource = ResourceId(self.tried);
        let text = self.journal.intern(path);
        let acquiring = Event { text, detail: kind as u8, ..Event::of(Kind::Acquiring) };
        self.record_of(resource, place, acquiring);
        match open(self.host.system()) {
            Ok(opened) => {
                let acquired = Event {
                    text,
                    at: opened.handle.0,
                    amount: opened.node.0,
                    detail: mode | opened_bits(&opened),
                    ..Event::of(Kind::Acquired)
                };
                self.record_of(resource, place, acquired);
                self.open.push(Open {
                    resource,
                    handle: opened.handle,
                    path: text,
                    since: self.host.now(),
                    buffer: self.spare.pop().unwrap_or_default(),
                });
                Ok(resource)
            }
            Err(error) => {
                let text = self.journal.intern(&error.to_string());
                let failed = Event { text, ..Event::of(Kind::AcquisitionFailed) };
                self.record_of(resource, place, failed);
                Err(error)
            }
        }
    }

    /// An open resource, or `bad handle`: the run is over and the world has closed it.
    #[inline]
    pub(super) fn find(&mut self, resource: ResourceId) -> Result<&mut Open, Error> {
        let index = self.index(resource)?;
        Ok(&mut self.open[index])
    }

    #[inline]
    fn index(&self, resource: ResourceId) -> Result<usize, Error> {
        // The last one acquired is the one most often asked for.
        match self.open.last() {
            Some(last) if last.resource == resource => Ok(self.open.len() - 1),
            _ => self.open.binary_search_by_key(&resource, |open| open.resource).map_err(|_| {
                let path = String::from("the run that opened it is over");
                Error { kind: ErrorKind::BadHandle, path }
            }),
        }
    }

    /// Runs one operation on an open handle, and records its failure.
    #[inline]
    pub(super) fn operate<T>(
        &mut self,
        resource: ResourceId,
        place: Place,
        operation: impl FnOnce(&mut dyn System, Handle) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let index = self.index(resource)?;
        let Open { handle, ref buffer, .. } = self.open[index];
        let buffered = buffer.len();
        operation(self.host.system(), handle)
            .inspect_err(|error| self.record_failure(resource, place, buffered, error))
    }

    /// Takes bytes into the buffer.
    #[inline]
    pub(super) fn buffer(
        &mut self,
        resource: ResourceId,
        place: Place,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let open = self.find(resource)?;
        open.buffer.extend_from_slice(bytes);
        let full = open.buffer.len() >= BUFFER_SIZE;
        let at = self.journal.keep(bytes);
        let amount = bytes.len() as u32;
        self.record_of(resource, place, Event { amount, at, ..Event::of(Kind::Written) });
        if full { self.flush(resource, place) } else { Ok(()) }
    }

    /// Hands the buffered bytes to the system. On failure they stay buffered.
    #[inline]
    pub(super) fn flush(&mut self, resource: ResourceId, place: Place) -> Result<(), Error> {
        let index = self.index(resource)?;
        if self.open[index].buffer.is_empty() {
            return Ok(());
        }
        let Open { handle, ref mut buffer, .. } = self.open[index];
        let buffered = buffer.len();
        match self.host.system().write(handle, buffer) {
            Ok(position) => {
                buffer.clear();
                let (amount, at) = (buffered as u32, position as u32);
                self.record_of(resource, place, Event { amount, at, ..Event::of(Kind::Flushed) });
                Ok(())
            }
            Err(error) => {
                self.record_failure(resource, place, buffered, &error);
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
        let text = self.journal.intern(&error.to_string());
        let amount = buffered as u32;
        let failed = Event { text, amount, ..Event::of(Kind::OperationFailed) };
        self.record_of(resource, place, failed);
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
    ) -> Result<(), super::Error> {
        let detail = ending as u8;
        let index = self.index(resource)?;
        self.record_of(resource, place, Event { detail, ..Event::of(Kind::CleanUpStarted) });
        let flushed = self.flush(resource, place);
        let mut open = self.open.remove(index);
        let closed = self.host.system().close(open.handle);
        let lost = open.buffer.len() as u32;
        open.buffer.clear();
        self.spare.push(open.buffer);
        let outcome = match (flushed, closed) {
            (Ok(()), closed) => closed.map_err(super::Error::from),
            (Err(flush), Ok(())) => Err(flush.into()),
            (Err(flush), Err(close)) => {
                let mut error = super::Error::from(flush);
                error.suppress(close.into());
                Err(error)
            }
        };
        let event = match &outcome {
            Ok(()) => Event { detail, ..Event::of(Kind::Released) },
            Err(error) => {
                let text = self.journal.intern(&error.to_string());
                Event { text, amount: lost, detail, ..Event::of(Kind::ReleaseFailed) }
            }
        };
        self.record_of(resource, place, event);
        outcome
    }

    /// Ends the run for what is still open: reported as leaked, then closed by the system.
    pub(super) fn reap(&mut self) {
        let leaked = std::mem::take(&mut self.open);
        for open in &leaked {
            let amount = open.buffer.len() as u32;
            let event = Event { resource: open.resource, amount, ..Event::of(Kind::Leaked) };
            self.record(event);
        }
        self.host.system().reap();
        for open in &leaked {
            let amount = open.buffer.len() as u32;
            let event = Event { resource: open.resource, amount, ..Event::of(Kind::Reaped) };
            self.record(event);
        }
    }
}

/// What opening changed, as bits of a journal's `Acquired`.
fn opened_bits(opened: &Opened) -> u8 {
    let bit = |on, bit| if on { bit } else { 0 };
    bit(opened.created, OpenMode::CREATED) | bit(opened.truncated, OpenMode::TRUNCATED)
}
