//! A journal as both sides must agree on it.

use leakproof::journal::{Event, Journal, Kind, PathChange, TextId};

/// A line for each event that a compiled program sees as well, with everything it says but the scope:
/// that only an interpreter knows.
pub fn facts(journal: &Journal) -> Vec<Fact> {
    journal
        .events()
        .iter()
        .filter(|event| event.kind.seen_by_language())
        .map(|event| Fact { text: line_of(journal, event), line: event.line })
        .collect()
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub text: String,
    /// The source line; 0 where it is not known, as in a destructor that `rustc` compiled.
    pub line: u16,
}

impl Fact {
    /// Whether both say the same, as far as both know it.
    pub fn agrees_with(&self, other: &Fact) -> bool {
        self.text == other.text && (self.line == 0 || other.line == 0 || self.line == other.line)
    }
}

fn line_of(journal: &Journal, event: &Event) -> String {
    let Event { time, resource, text, amount, at, kind, detail, .. } = event;
    let text = journal.text(*text);
    // Numbers of texts depend on what else was put into the table.
    let renamed = *kind == Kind::PathChanged && *detail == PathChange::Renamed as u8;
    let amount = match renamed {
        true => journal.text(TextId(*amount)).to_owned(),
        false => amount.to_string(),
    };
    let bytes = match kind {
        Kind::Written => format!(" {:?}", String::from_utf8_lossy(journal.bytes(event))),
        _ => String::new(),
    };
    let name = kind.name();
    format!("{time} ns: {name} #{} {text:?} {amount} {at} {detail}{bytes}", resource.0)
}
