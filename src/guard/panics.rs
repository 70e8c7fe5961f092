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
    /// Panics with this payload: a real panic, that unwinds the frames of whoever interprets.
    ///
    /// # Panics
    ///
    /// Always.
    pub fn raise(self) -> ! {
        panic::panic_any(self)
    }
}

/// Has each panic of a program recorded in the session it happens in. To be called once, at the
/// start; more often does no harm.
///
/// While an interpreter runs ([`Session::set_interpreted`]) only a [`ProgramPanic`] is the
/// program's. Every other panic is a bug of ours, or of whoever uses the crate, and goes on to the
/// hook that was there before, as it does when there is no session.
pub fn install_panic_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let recorded = record(info);
            if !(recorded && info.payload().is::<ProgramPanic>()) {
                previous(info);
            }
        }));
    });
}

/// Records a panic of the program. A hook must not panic itself, so it gives up where it would.
fn record(info: &PanicHookInfo<'_>) -> bool {
    let Some(session) = Session::existing() else { return false };
    if session.is_interpreted() && !info.payload().is::<ProgramPanic>() {
        return false;
    }
    let line = info.location().map_or(0, |location| location.line());
    session.record_panic(&message_of(info.payload()), line)
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
    /// Records `PanicRaised`; `false` if that is not possible now.
    fn record_panic(&self, message: &str, line: u32) -> bool {
        if self.is_sealed() {
            return false;
        }
        let Ok(mut ledger) = self.ledger.try_borrow_mut() else { return false };
        let text = ledger.journal.intern(message);
        drop(ledger);
        let line = if self.is_interpreted() { 0 } else { line.min(u32::from(u16::MAX)) as u16 };
        self.record(Event { text, line, ..Event::of(Kind::PanicRaised) });
        true
    }
}
