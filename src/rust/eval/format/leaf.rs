//! Values that have no parts: their text, and how it is padded.

use super::Asked;
use crate::rust::value::{EndingValue, Value};

/// The text of a value without parts.
pub(super) struct Leaf {
    text: String,
    pads: Pads,
}

/// How a text is brought to its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pads {
    /// Its type pays no attention to that.
    Never,
    /// To the left, if nothing else is said.
    Text,
    /// To the right, and with zeros after the sign and a prefix of so many characters.
    Number { prefix: usize },
}

impl Leaf {
    /// The leaf that a value is; `None` if it has parts.
    pub(super) fn of(value: &Value, asked: &Asked) -> Option<Self> {
        let (debug, alternate) = (asked.spec.debug, asked.spec.alternate);
        let never = |text: String| Self { text, pads: Pads::Never };
        let text = |text: String| Self { text, pads: Pads::Text };
        let number = |text: String| Self { text, pads: Pads::Number { prefix: 0 } };
        macro_rules! debugged {
            ($value:expr) => {
                never(if alternate { format!("{:#?}", $value) } else { format!("{:?}", $value) })
            };
        }
        Some(match value {
            Value::Int(int) => match asked.spec.radix {
                Some('e') => number(match asked.precision {
                    Some(precision) => format!("{:.precision$e}", int.value()),
                    None => format!("{:e}", int.value()),
                }),
                Some(radix) => {
                    let bits = int.value() as u128 & (u128::MAX >> (128 - int.kind.bits()));
                    Self::in_radix(bits, radix, alternate && !debug)
                }
                None => number(int.to_string()),
            },
            Value::Wide(wide) => match asked.spec.radix {
                Some(radix) => Self::in_radix(wide.bits(), radix, alternate && !debug),
                None => number(wide.to_string()),
            },
            Value::Float(value) => number(match (asked.precision, debug, asked.spec.radix) {
                (Some(precision), _, None) => format!("{value:.precision$}"),
                (Some(precision), _, Some(_)) => format!("{value:.precision$e}"),
                (None, _, Some(_)) => format!("{value:e}"),
                (None, true, _) => format!("{value:?}"),
                (None, false, _) => format!("{value}"),
            }),
            Value::Float32(value) => number(match (asked.precision, debug, asked.spec.radix) {
                (Some(precision), _, None) => format!("{value:.precision$}"),
                (Some(precision), _, Some(_)) => format!("{value:.precision$e}"),
                (None, _, Some(_)) => format!("{value:e}"),
                (None, true, _) => format!("{value:?}"),
                (None, false, _) => format!("{value}"),
            }),
            Value::Bool(value) => text(value.to_string()),
            Value::Char(char) if debug => never(format!("{char:?}")),
            Value::Char(char) => text(char.to_string()),
            Value::Str(shown) if debug => never(format!("{shown:?}")),
            Value::Str(shown) => text(cut(shown, asked)),
            Value::String(shown) if debug => never(format!("{shown:?}")),
            Value::String(shown) => text(cut(shown, asked)),
            Value::Error(error) if debug => never(format!("{error:?}")),
            Value::Error(error) => never(error.to_string()),
            Value::Poisoned(error) => text(cut(error.shown(debug), asked)),
            Value::LibraryError(error) if debug => debugged!(error),
            Value::LibraryError(error) => text(cut(&error.to_string(), asked)),
            Value::ErrorKind(kind) if debug => never(format!("{kind:?}")),
            Value::ErrorKind(kind) => never(kind.to_string()),
            Value::Unit if debug => text("()".into()),
            Value::None if debug => never("None".into()),
            Value::Duration(duration) if debug => text(match asked.precision {
                Some(precision) => format!("{duration:.precision$?}"),
                None => format!("{duration:?}"),
            }),
            Value::Ordering(ordering) if debug => never(format!("{ordering:?}")),
            Value::Metadata(metadata) if debug => debugged!(metadata),
            Value::File(file) if debug => debugged!(file),
            Value::Lock(lock) if debug => debugged!(lock),
            Value::Weak(_) if debug => never("(Weak)".into()),
            Value::Payload(_) if debug => never("Any { .. }".into()),
            // What `to_uppercase` of a character makes.
            Value::Iter(items) if !debug => never(items.chars()?),
            Value::HookInfo(info) => never(info.shown()),
            Value::Ending(ending) if debug => never(match &**ending {
                EndingValue::Returned => "Returned".into(),
                EndingValue::Failed(error) => format!("Failed({error:?})"),
                EndingValue::Panicked => "Panicked".into(),
            }),
            _ => return None,
        })
    }

    /// A text of the program that pays attention to width and precision, as `Formatter::pad` has it.
    pub(super) fn padding(shown: &str, asked: &Asked) -> Self {
        Self { text: cut(shown, asked), pads: Pads::Text }
    }

    fn in_radix(bits: u128, radix: char, prefixed: bool) -> Self {
        let (prefix, text) = match radix {
            'x' => ("0x", format!("{bits:x}")),
            'X' => ("0x", format!("{bits:X}")),
            'b' => ("0b", format!("{bits:b}")),
            _ => ("0o", format!("{bits:o}")),
        };
        match prefixed {
            true => Self { text: format!("{prefix}{text}"), pads: Pads::Number { prefix: 2 } },
            false => Self { text, pads: Pads::Number { prefix: 0 } },
        }
    }

    /// Writes the text, brought to the width that is asked for.
    pub(super) fn write(mut self, asked: &Asked, to: &mut String) {
        let spec = &asked.spec;
        if let Pads::Number { .. } = self.pads
            && spec.sign
            && !self.text.starts_with('-')
        {
            self.text.insert(0, '+');
        }
        let missing = match self.pads {
            Pads::Never => 0,
            _ => asked.width.unwrap_or(0).saturating_sub(self.text.chars().count()),
        };
        if missing == 0 {
            to.push_str(&self.text);
            return;
        }
        if let (Pads::Number { prefix }, true) = (self.pads, spec.zero) {
            let sign = usize::from(self.text.starts_with(['-', '+']));
            to.push_str(&self.text[..sign + prefix]);
            to.extend(std::iter::repeat_n('0', missing));
            to.push_str(&self.text[sign + prefix..]);
            return;
        }
        let left = match spec.align {
            Some('>') => missing,
            Some('^') => missing / 2,
            None if self.pads != Pads::Text => missing,
            _ => 0,
        };
        let fill = spec.fill.unwrap_or(' ');
        to.extend(std::iter::repeat_n(fill, left));
        to.push_str(&self.text);
        to.extend(std::iter::repeat_n(fill, missing - left));
    }
}

fn cut(text: &str, asked: &Asked) -> String {
    match asked.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text.to_owned(),
    }
}
