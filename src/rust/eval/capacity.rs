//! Collections whose size is known before they are made: one that is too large is refused at once.

use super::machine::{Eval, Machine};
use crate::journal::numbers::{count, size};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::run::limits::LARGEST_ALLOCATION;
use crate::rust::value::Value;

/// The parts of a collection.
#[derive(Debug, Clone, Copy)]
pub(in crate::rust) enum Each {
    /// Texts of that many bytes.
    Bytes(usize),
    /// Values that are made at once.
    Value,
    /// Room for bytes or values that are not made yet, in the word for them.
    Room(&'static str),
}

impl Machine {
    /// The number of parts that a collection is to have.
    ///
    /// Where the allocation fails in a process, for want of memory, the run is stopped; where the number
    /// is greater than any allocation can be, the program panics as `std` does.
    pub(in crate::rust) fn capacity(&self, number: &Value, each: Each, span: Span) -> Eval<usize> {
        let number = self.whole(number, span)?;
        let (bytes, asked, unit) = match each {
            Each::Bytes(length) => {
                let bytes = number.saturating_mul(length as u64);
                (bytes, bytes, "bytes")
            }
            Each::Value => (number.saturating_mul(size_of::<Value>() as u64), number, "values"),
            Each::Room(unit) => (number, number, unit),
        };
        // A value has a byte at least, but for some that no one repeats so often.
        if asked > i64::MAX as u64 {
            let message = "capacity overflow";
            return Err(self.panic(message.to_owned(), Value::str(message), span));
        }
        if bytes > LARGEST_ALLOCATION as u64 {
            let message = format!(
                "the program asks for {} {unit} at once, and its memory has {}",
                count(asked),
                size(LARGEST_ALLOCATION as u64)
            );
            let diagnostic = Diagnostic::stopped(span, message).hint("ask for less at a time");
            return Err(self.stop(diagnostic));
        }
        // What is allocated for it is less than what a number of this machine can count.
        Ok(usize::try_from(number).unwrap_or(usize::MAX))
    }
}
