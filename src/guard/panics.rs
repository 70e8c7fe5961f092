//! Panics of the program, told apart from panics of our own.

use std::any::Any;
use std::panic::{self, PanicHookInfo};
use std::sync::Once;

use super::session::Session;
use crate::journal::{Event, Kind};

/// The payload of a panic that an interpreter raises on behalf of its program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramPanic {
    /// What `panic!` was given.
    pub message: String,
}

impl ProgramPanic {
    /// Unwinds with this payload: a real panic, that unwinds the frames of the interpreter.
    ///
    /// No hook is called. The interpreter has recorded the panic ([`Session::record_panic`]) and
    /// called the program's own hook before this, as `std` does it.
    ///
    /// # Panics
    ///
    /// Always.
    pub fn raise(self) -> ! {
        panic::resume_unwind(Box::new(self))
    }
}

/// Has each panic of a program recorded in the session it happens in. To be called once, at the
/// start; more often does no harm.
///
/// While an interpreter runs ([`Session::set_interpreted`]) no panic that reaches the hook is the
/// program's: it is a bug of the interpreter, and is not recorded. Every panic goes on to the hook that
/// was there before.
pub fn install_panic_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            record(info);
            previous(info);
        }));
    });
}

/// Records a panic of a compiled program.
fn record(info: &PanicHookInfo<'_>) {
    if let Some(session) = Session::existing()
        && !session.is_interpreted()
    {
        let line = info.location().map_or(0, |location| location.line());
        session.record_panic_at(&message_of(info.payload()), line);
    }
}

/// The message of a panic, as the default hook of `std` reads it.
pub fn message_of(payload: &(dyn Any + Send)) -> String {
    if let Some(panic) = payload.downcast_ref::<ProgramPanic>() {
        panic.message.clone()
    } else if let Some(message) = payload.downcast_ref::<&str>() {
        (*message).to_owned()
    } else if let Some(message) = payload.downcast_ref::<String>() {
        message.clone()
    } else {
        String::from("Box<dyn Any>")
    }
}

impl Session {
    /// Records that the program panics; an interpreter calls this, with the line set before.
    pub fn record_panic(&self, message: &str) {
        self.record_panic_at(message, 0);
    }

    /// A hook must not panic itself, so it gives up where that would.
    fn record_panic_at(&self, message: &str, line: u32) {
        if self.is_sealed() {
            return;
        }
        let Ok(mut ledger) = self.ledger.try_borrow_mut() else { return };
        let text = ledger.journal.intern(message);
        drop(ledger);
        let line = line.min(u32::from(u16::MAX)) as u16;
        self.record(Event { text, line, ..Event::of(Kind::PanicRaised) });
    }
}
