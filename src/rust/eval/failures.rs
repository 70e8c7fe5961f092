//! `panic!` and its like, and the assertions.

use super::machine::{Eval, Flow, Frame, Machine};
use crate::run::diagnostic::Span;
use crate::rust::ir::{Assert, Comparison, PanicExpr, Piece};
use crate::rust::value::Value;

impl Machine {
    pub(in crate::rust) fn run_panic(
        &self,
        panic: &PanicExpr,
        span: Span,
        frame: Frame,
    ) -> Eval<Flow> {
        let message = panic.format.as_ref().map(|format| self.format(format, frame)).transpose()?;
        let message = match (panic.prefix, message) {
            ("", Some(message)) => message,
            ("", None) => String::from("explicit panic"),
            (prefix, Some(message)) => format!("{prefix}: {message}"),
            (prefix, None) => prefix.to_owned(),
        };
        let is_text = |piece: &Piece| matches!(piece, Piece::Text(_));
        let is_literal = panic.format.as_ref().is_none_or(|it| it.pieces.iter().all(is_text));
        let payload =
            if is_literal { Value::str(message.as_str()) } else { Value::string(message.as_str()) };
        Ok(self.panic(message, payload, span))
    }

    pub(in crate::rust) fn assert(&self, assert: &Assert, span: Span, frame: Frame) -> Eval {
        let (message, fallback) = match assert {
            Assert::True { condition, text, message } => {
                if self.truth(condition, frame)? {
                    return Ok(Value::Unit);
                }
                (message, format!("assertion failed: {text}"))
            }
            Assert::Compare { equal, left, right, message } => {
                let left = self.eval(left, frame)?;
                let right = self.eval(right, frame)?;
                let same = self.compare_values(Comparison::Equal, &left, &right, span)?;
                if same == *equal {
                    return Ok(Value::Unit);
                }
                let custom =
                    message.as_ref().map(|format| self.format(format, frame)).transpose()?;
                let custom = custom.map_or(String::new(), |text| format!(": {text}"));
                let op = if *equal { "==" } else { "!=" };
                let (left, right) =
                    (self.debug_value(&left, span)?, self.debug_value(&right, span)?);
                let message = format!(
                    "assertion `left {op} right` failed{custom}\n  left: {left}\n right: {right}"
                );
                return Err(self.panic_with(message, span));
            }
        };
        match message {
            Some(format) => {
                let message = self.format(format, frame)?;
                Err(self.panic_with(message, span))
            }
            None => Err(self.panic_with(fallback, span)),
        }
    }
}
