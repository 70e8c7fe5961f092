//! What every guard is inside: a resource of a session, released once.

use std::fmt;
use std::io::SeekFrom;
use std::panic::Location;
use std::rc::Rc;
use std::time::Duration;

use super::Result;
use super::session::Session;
use super::system::Wanted;
use crate::journal::{Ending, Event, Kind, ResourceId};
use crate::world::Handle;

/// The clean-up itself. Its `Drop` is the only one in this crate that releases a handle, and it
/// never panics.
pub(super) struct Resource {
    session: Rc<Session>,
    /// None once it is released.
    id: ResourceId,
}

/// How many bytes [`Resource::read_to_end`] asks for at once.
const CHUNK: usize = 4096;

impl Resource {
    /// Acquires from the current session.
    #[inline]
    pub(super) fn acquire(path: &str, wanted: Wanted, caller: &Location<'_>) -> Result<Self> {
        let session = Session::current();
        let id = session.acquire(path, wanted, caller)?;
        Ok(Self { session, id })
    }

    pub(super) fn read(&self, caller: &Location<'_>, buffer: &mut [u8]) -> Result<usize> {
        self.flush(caller)?;
        let place = self.session.place(caller);
        let mut ledger = self.session.ledger.borrow_mut();
        let read = ledger.operate(self.id, place, |system, handle| {
            let at = system.position(handle)?;
            Ok((at, system.read(handle, buffer)?))
        });
        if let Ok((at, count)) = read {
            let read = Event { amount: count as u32, at: at as u32, ..Event::of(Kind::Read) };
            ledger.record_of(self.id, place, read);
        }
        drop(ledger);
        self.session.pass_on();
        Ok(read?.1)
    }

    pub(super) fn read_to_end(&self, caller: &Location<'_>) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut chunk = [0; CHUNK];
        loop {
            match self.read(caller, &mut chunk)? {
                0 => return Ok(bytes),
                count => bytes.extend_from_slice(&chunk[..count]),
            }
        }
    }

    #[inline]
    pub(super) fn write(&self, caller: &Location<'_>, bytes: &[u8]) -> Result<()> {
        let place = self.session.place(caller);
        let written = self.session.ledger.borrow_mut().buffer(self.id, place, bytes);
        self.session.pass_on();
        written
    }

    #[inline]
    pub(super) fn flush(&self, caller: &Location<'_>) -> Result<()> {
        let place = self.session.place(caller);
        let flushed = self.session.ledger.borrow_mut().flush(self.id, place);
        self.session.pass_on();
        flushed
    }

    pub(super) fn seek(&self, caller: &Location<'_>, to: SeekFrom) -> Result<u64> {
        self.flush(caller)?;
        let place = self.session.place(caller);
        let mut ledger = self.session.ledger.borrow_mut();
        let sought = ledger.operate(self.id, place, |system, handle| system.seek(handle, to));
        drop(ledger);
        self.session.pass_on();
        sought
    }

    /// Releases once; a second time does nothing. `caller` is missing where nobody called.
    #[inline]
    pub(super) fn release(&mut self, caller: Option<&Location<'_>>, ending: Ending) -> Result<()> {
        let id = std::mem::replace(&mut self.id, ResourceId::NONE);
        if id == ResourceId::NONE || self.session.is_sealed() {
            return Ok(());
        }
        let place = match caller {
            Some(caller) => self.session.place(caller),
            None => self.session.place_of_drop(),
        };
        // Only a panic of our own while recording leaves the ledger borrowed. The program is over
        // then, and the world closes the handle.
        let Ok(mut ledger) = self.session.ledger.try_borrow_mut() else { return Ok(()) };
        let released = ledger.release(id, place, ending);
        drop(ledger);
        self.session.pass_on();
        released
    }

    /// Not inlined, so that dropping what was released before stays a mere comparison.
    #[inline(never)]
    fn release_in_drop(&mut self) {
        let ending = if std::thread::panicking() { Ending::Unwound } else { Ending::Dropped };
        // There is nobody to return it to; the journal has it.
        let _recorded: Result<()> = self.release(None, ending);
    }

    pub(super) fn id(&self) -> ResourceId {
        self.id
    }

    pub(super) fn path(&self) -> String {
        let mut ledger = self.session.ledger.borrow_mut();
        let path = ledger.find(self.id).map(|open| open.path);
        path.map_or_else(|_| String::new(), |path| ledger.journal.text(path).to_owned())
    }

    pub(super) fn handle(&self) -> Option<Handle> {
        Some(self.session.ledger.borrow_mut().find(self.id).ok()?.handle)
    }

    pub(super) fn open_for(&self) -> Duration {
        let mut ledger = self.session.ledger.borrow_mut();
        let now = ledger.host.now();
        ledger.find(self.id).map_or(Duration::ZERO, |open| Duration::from_nanos(now - open.since))
    }
}

impl Drop for Resource {
    #[inline]
    fn drop(&mut self) {
        if self.id != ResourceId::NONE {
            self.release_in_drop();
        }
    }
}

impl fmt::Debug for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} as handle {:?}", self.path(), self.handle().map(|handle| handle.0))
    }
}
