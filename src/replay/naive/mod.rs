//! The slow and obvious twins: a moment folded from the beginning, a picture from each event, and
//! the journal of a run that was cut short.

mod moment;
mod picture;

use crate::journal::Journal;

pub(crate) use moment::moment;
pub(crate) use picture::picture;

/// The same journal without the events after a step.
pub(crate) fn cut(journal: &Journal, step: usize) -> Journal {
    let mut cut = Journal::new();
    for text in journal.texts() {
        cut.intern(text);
    }
    cut.keep(journal.kept());
    for event in &journal.events()[..step] {
        cut.record(*event);
    }
    cut
}
