//! Which fields an event of each kind has, by name: the one table that writing and reading share.

use crate::journal::{Binding, Ending, Exit, Kind, PathChange, ResourceKind, Way};

/// The name under which written bytes stand that are not UTF-8.
pub(super) const HEX: &str = "bytes_hex";

/// A field of an event, by its name in a line.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) slot: Slot,
}

/// The names of a set of codes, in the order of the codes.
type Names = fn() -> Box<dyn Iterator<Item = &'static str>>;

/// Where in an [`Event`](crate::journal::Event) a field is, and what it means there.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    /// `text`.
    Text,
    /// `amount`, a whole number.
    Amount,
    /// `amount`, a whole number that may be negative.
    SignedAmount,
    /// `at`, a whole number.
    At,
    /// `amount`, the number of a text. Left out where there is none.
    NewPath,
    /// `amount` and `at`: the bytes that the journal keeps.
    Bytes,
    /// `detail`, the bits of an open mode.
    Mode,
    /// `detail`, a whole number. Left out where it is 0.
    Count,
    /// `detail`, a code of these.
    Code(Names),
}

macro_rules! fields {
    ($($kind:ident: $($name:literal $slot:expr),*;)*) => {
        impl Field {
            /// The fields of a kind, in the order in which they are written.
            pub(super) fn of(kind: Kind) -> &'static [Field] {
                match kind { $(Kind::$kind => &[$(Field { name: $name, slot: $slot }),*],)* }
            }
        }
    };
}

fields! {
    Acquiring: "name" Slot::Text, "resource_kind" Slot::Code(resource_kinds);
    Acquired: "name" Slot::Text, "handle" Slot::At, "node" Slot::Amount, "mode" Slot::Mode;
    AcquisitionFailed: "error" Slot::Text;
    Read: "length" Slot::Amount, "position" Slot::At;
    Written: "bytes" Slot::Bytes;
    Flushed: "length" Slot::Amount, "position" Slot::At;
    OperationFailed: "error" Slot::Text, "buffered" Slot::Amount;
    CleanUpStarted: "ending" Slot::Code(endings);
    Released: "ending" Slot::Code(endings);
    ReleaseFailed: "error" Slot::Text, "lost" Slot::Amount, "ending" Slot::Code(endings);
    PathChanged: "path" Slot::Text, "change" Slot::Code(changes), "node" Slot::At, "new_path" Slot::NewPath;
    Slept: "milliseconds" Slot::Amount;
    PanicRaised: "message" Slot::Text;
    Leaked: "buffered" Slot::Amount;
    Reaped: "lost" Slot::Amount;
    DiskCarriedOn: "names" Slot::Text, "length" Slot::Amount, "runs_before" Slot::At;
    ScopeEntered: "label" Slot::Text, "parent" Slot::Amount, "last_line" Slot::At, "turn" Slot::Count;
    ScopeLeaving: "way" Slot::Code(ways);
    Unwinding: ;
    ScopeLeft: "way" Slot::Code(ways);
    Bound: "owner" Slot::Text, "binding" Slot::Code(bindings);
    Forgotten: "by" Slot::Text;
    ErrorRaised: "error" Slot::Text;
    PanicCaught: "message" Slot::Text;
    Output: "text" Slot::Text, "stream" Slot::Code(streams);
    Exited: "exit" Slot::Code(exits), "status" Slot::SignedAmount, "text" Slot::Text;
}

fn resource_kinds() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(ResourceKind::ALL.iter().map(|code| code.name()))
}

fn bindings() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(Binding::ALL.iter().map(|code| code.name()))
}

fn endings() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(Ending::ALL.iter().map(|code| code.name()))
}

fn changes() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(PathChange::ALL.iter().map(|code| code.name()))
}

fn ways() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(Way::ALL.iter().map(|code| code.name()))
}

fn streams() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(["stdout", "stderr"].into_iter())
}

fn exits() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(Exit::ALL.iter().map(|code| code.name()))
}
