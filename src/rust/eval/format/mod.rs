//! Values as text: format strings, and what their placeholders ask for.
//!
//! Width, precision and the rest apply to each [leaf] of a value. A type of the program's own gets them
//! with its [`Formatter`] and may do with them what it likes.

mod leaf;
mod parts;

pub(in crate::rust) use parts::{Brackets, PartWriter};

use std::rc::Rc;

use super::machine::{Eval, Frame, Machine};
use crate::run::diagnostic::Span;
use crate::rust::ir::{Count, Format, Piece, Spec};
use crate::rust::value::{Shared, Target, Value};

/// What `format_args!` makes.
pub(in crate::rust) struct Arguments {
    pub(in crate::rust) format: Rc<Format>,
    pub(in crate::rust) args: Vec<Value>,
}

/// What `fmt` of a type of the program writes to.
#[derive(Default)]
pub(in crate::rust) struct Formatter {
    pub(in crate::rust) text: String,
    pub(in crate::rust) asked: Asked,
}

/// What one placeholder asks for, with its numbers.
#[derive(Debug, Clone, Default)]
pub(in crate::rust) struct Asked {
    pub(in crate::rust) spec: Spec,
    pub(in crate::rust) width: Option<usize>,
    pub(in crate::rust) precision: Option<usize>,
}

impl Machine {
    /// The text that a format string and its arguments make.
    pub(in crate::rust) fn format(&self, format: &Format, frame: Frame) -> Eval<String> {
        let args = self.args(&format.args, frame)?;
        let mut text = String::new();
        self.write_format(format, &args, &mut text, 0)?;
        Ok(text)
    }

    /// Writes a format string with its arguments; `depth`: how many values are around it.
    fn write_format(
        &self,
        format: &Format,
        args: &[Value],
        text: &mut String,
        depth: u32,
    ) -> Eval<()> {
        for piece in &format.pieces {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Arg(index, spec) => {
                    let span = format.args[*index].span;
                    let asked = Asked {
                        width: self.count(spec.width, args, span)?,
                        precision: self.count(spec.precision, args, span)?,
                        spec: spec.clone(),
                    };
                    if asked.width.max(asked.precision).is_some_and(|count| count > WIDEST) {
                        return Err(self.wrong(span, "this width is larger than any page"));
                    }
                    self.write_within(&args[*index], &asked, text, span, depth)?;
                }
            }
        }
        if format.newline {
            text.push('\n');
        }
        Ok(())
    }

    fn count(&self, count: Option<Count>, args: &[Value], span: Span) -> Eval<Option<usize>> {
        Ok(match count {
            Some(Count::Is(count)) => Some(count),
            Some(Count::Arg(index)) => Some(self.usize(&args[index], span)?),
            None => None,
        })
    }

    /// What `{}` makes of a value.
    pub(in crate::rust) fn display_value(&self, value: &Value, span: Span) -> Eval<String> {
        let mut text = String::new();
        self.write_value(value, &Asked::default(), &mut text, span)?;
        Ok(text)
    }

    /// What `{:?}` makes of a value.
    pub(in crate::rust) fn debug_value(&self, value: &Value, span: Span) -> Eval<String> {
        let mut text = String::new();
        self.write_value(value, &Asked::debug(), &mut text, span)?;
        Ok(text)
    }

    /// What `{:?}` makes of a value that is used up by it.
    pub(in crate::rust) fn debug_owned(&self, value: Value, span: Span) -> Eval<String> {
        let place = Shared::new(value);
        self.debug_value(&Value::Ref(Target::shared(place)), span)
    }

    /// What `{}` makes of the value at a place.
    pub(in crate::rust) fn display_at(&self, target: &Target, span: Span) -> Eval<String> {
        self.display_value(&Value::Ref(target.clone()), span)
    }

    /// Writes a value to the formatter that is the argument of `fmt`, as `Display`, or as `Debug` where
    /// the name says so.
    pub(in crate::rust) fn format_into(
        &self,
        called: &super::methods::Called<'_>,
        args: &[Value],
    ) -> Eval {
        let span = called.span;
        let Some(Value::Ref(formatter)) = args.first() else {
            return Err(self.no_method(called.target, called.call));
        };
        let formatter = self.behind(formatter);
        let asked = self.inspect(&formatter, span, |value| match value {
            Value::Formatter(formatter) => formatter.asked.clone(),
            _ => Asked::default(),
        })?;
        let debug = &*called.call.name == "fmt(Debug)";
        let asked = Asked { spec: Spec { debug, ..asked.spec }, ..asked };
        let mut text = String::new();
        self.write_value(&Value::Ref(called.target.clone()), &asked, &mut text, span)?;
        self.write_text(&formatter, &text, span)
    }

    /// Runs the `fmt` of a type of the script.
    fn own_format(
        &self,
        target: &Target,
        index: u32,
        asked: &Asked,
        text: &mut String,
        span: Span,
    ) -> Eval<()> {
        let function = Rc::clone(&self.program.functions[index as usize]);
        let formatter = Formatter { text: String::new(), asked: asked.clone() };
        let place = Shared::new(Value::Formatter(Box::new(formatter)));
        let formatter = Value::Ref(Target::shared(Rc::clone(&place)));
        self.invoke_with(&function, vec![Value::Ref(target.clone()), formatter], span)?;
        if let Value::Formatter(formatter) = &*place.value.borrow() {
            text.push_str(&formatter.text);
        }
        Ok(())
    }
}

impl Asked {
    pub(in crate::rust) fn debug() -> Self {
        let spec = Spec { debug: true, ..Spec::default() };
        Self { spec, width: None, precision: None }
    }
}

/// Writes a text as `Formatter::pad` does.
pub(in crate::rust) fn pad(text: &str, asked: &Asked, to: &mut String) {
    leaf::Leaf::padding(text, asked).write(asked, to);
}

/// The widest a field may be.
const WIDEST: usize = 1_000;
