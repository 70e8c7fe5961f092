//! Texts of a program on their way to the page: what is not seen is written out.
//!
//! The exports as JSON and the values of settings, which a person edits, cross as they are.

use crate::journal::{visible, visible_line};

/// A text that stands in one line: a name, a path, an error.
pub(super) fn line(text: &str) -> String {
    visible_line(text).into_owned()
}

/// A text that may have several lines: what is printed, what a file holds, a message.
pub(super) fn lines(text: &str) -> String {
    visible(text).into_owned()
}
