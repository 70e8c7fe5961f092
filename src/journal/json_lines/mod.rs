//! The journal as JSON Lines: one event a line, each saying by itself what it is.
//!
//! ```json
//! {"seq":3,"time_ns":150000,"kind":"acquired","resource":1,"line":4,"name":"a.txt","handle":3,"node":2,"mode":["write","created"]}
//! ```
//!
//! `seq` (from 1, as steps are counted), `time_ns` and `kind` are always there; `resource`, `scope` and `line` where they are
//! known; the rest as the kind has it, under the names of [`Kind`]'s documentation. Written bytes
//! are a text where they are UTF-8, else hexadecimal digits under `bytes_hex`.
//!
//! [`read`] accepts what [`write()`] writes, fields in any order, and makes an equal journal of it.

mod fields;
mod read;

use std::io;

use serde::Serializer;
use serde::ser::SerializeMap;

use super::{Event, Journal, Kind, OpenMode, TextId};
use fields::{Field, Slot};

pub use read::{ReadError, read};

/// Writes each event as a line, in many small pieces: give it a writer with a buffer.
///
/// # Errors
///
/// If the writer fails.
pub fn write(journal: &Journal, mut to: impl io::Write) -> io::Result<()> {
    for (seq, event) in (1..).zip(journal.events()) {
        let mut serializer = serde_json::Serializer::new(&mut to);
        write_event(journal, seq, event, &mut serializer)?;
        to.write_all(b"\n")?;
    }
    Ok(())
}

/// The journal as one text, a line an event.
pub fn to_string(journal: &Journal) -> String {
    let mut lines = Vec::new();
    write(journal, &mut lines).expect("a vector takes everything");
    String::from_utf8(lines).expect("JSON is UTF-8")
}

fn write_event<S: Serializer>(
    journal: &Journal,
    seq: usize,
    event: &Event,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry("seq", &seq)?;
    map.serialize_entry("time_ns", &event.time)?;
    map.serialize_entry("kind", event.kind.name())?;
    let ids = [("resource", event.resource.0), ("scope", event.scope.0)];
    for (name, number) in ids.into_iter().chain([("line", u32::from(event.line))]) {
        if number != 0 {
            map.serialize_entry(name, &number)?;
        }
    }
    for field in Field::of(event.kind) {
        write_field(journal, event, field, &mut map)?;
    }
    map.end()
}

fn write_field<M: SerializeMap>(
    journal: &Journal,
    event: &Event,
    field: &Field,
    map: &mut M,
) -> Result<(), M::Error> {
    let name = field.name;
    match field.slot {
        Slot::Text => map.serialize_entry(name, journal.text(event.text)),
        Slot::Amount => map.serialize_entry(name, &event.amount),
        Slot::SignedAmount => map.serialize_entry(name, &(event.amount as i32)),
        Slot::At => map.serialize_entry(name, &event.at),
        Slot::Mode => map.serialize_entry(name, &OpenMode::names(event.detail)),
        Slot::Count if event.detail == 0 => Ok(()),
        Slot::Count => map.serialize_entry(name, &event.detail),
        Slot::Code(names) => match names().nth(usize::from(event.detail)) {
            Some(code) => map.serialize_entry(name, code),
            None => map.serialize_entry(name, &event.detail),
        },
        Slot::NewPath if event.amount == 0 => Ok(()),
        Slot::NewPath => map.serialize_entry(name, journal.text(TextId(event.amount))),
        Slot::Bytes => match std::str::from_utf8(journal.bytes(event)) {
            Ok(text) => map.serialize_entry(name, text),
            Err(_) => map.serialize_entry(fields::HEX, &hexadecimal(journal.bytes(event))),
        },
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Journals are equal if their events are, with what their texts and bytes say; by which numbers
/// those are kept does not matter.
impl PartialEq for Journal {
    fn eq(&self, other: &Self) -> bool {
        let resolved = |journal: &'_ Self, event: &Event| {
            let renamed = event.kind == Kind::PathChanged;
            (
                // What is a number of this journal's own is compared by what it stands for.
                Event {
                    text: TextId::NONE,
                    amount: if renamed { 0 } else { event.amount },
                    at: if event.kind == Kind::Written { 0 } else { event.at },
                    ..*event
                },
                journal.text(event.text).to_owned(),
                if renamed { journal.text(TextId(event.amount)).to_owned() } else { String::new() },
            )
        };
        let bytes = |journal: &'_ Self, event: &Event| {
            let written = event.kind == Kind::Written;
            if written { journal.bytes(event).to_owned() } else { Vec::new() }
        };
        self.len() == other.len()
            && self.events().iter().zip(other.events()).all(|(mine, theirs)| {
                resolved(self, mine) == resolved(other, theirs)
                    && bytes(self, mine) == bytes(other, theirs)
            })
    }
}

impl Eq for Journal {}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
