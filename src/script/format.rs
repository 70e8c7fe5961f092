//! Values as text: `{}`, `{:?}`, widths and precisions.

use std::fmt::Write as _;
use std::rc::Rc;

use super::diagnostic::{Diagnostic, Span};
use super::ir::{Count, Form, Format, Piece, Spec};
use super::machine::{Eval, Frame, Machine};
use super::value::{EndingValue, Shared, Target, Value};

impl Machine {
    /// The text that a format string and its arguments make.
    pub(super) fn format(&self, format: &Format, frame: Frame) -> Eval<String> {
        let mut args = Vec::with_capacity(format.args.len());
        for arg in &format.args {
            args.push(self.eval(arg, frame)?);
        }
        let mut text = String::new();
        for piece in &format.pieces {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Arg(index, spec) => {
                    let span = format.args[*index].span;
                    let count = |count: Option<Count>| match count {
                        Some(Count::Is(count)) => Some(count),
                        Some(Count::Arg(index)) => match &args[index] {
                            Value::Int(count) => count.as_usize(),
                            _ => None,
                        },
                        None => None,
                    };
                    let (width, precision) = (count(spec.width), count(spec.precision));
                    if width.max(precision).is_some_and(|count| count > WIDEST) {
                        return Err(self.wrong(span, "this width is larger than any page"));
                    }
                    let filled = self.filled(&args[*index], spec, width, precision, span)?;
                    text.push_str(&filled);
                }
            }
        }
        if format.newline {
            text.push('\n');
        }
        Ok(text)
    }

    fn filled(
        &self,
        value: &Value,
        spec: &Spec,
        width: Option<usize>,
        precision: Option<usize>,
        span: Span,
    ) -> Eval<String> {
        let plain = Plain { spec, precision };
        let mut text = String::new();
        self.write_value(value, &plain, 0, &mut text, span)?;
        let number = self.is_number(value);
        if spec.sign && number && !text.starts_with('-') {
            text.insert(0, '+');
        }
        let missing = width.unwrap_or(0).saturating_sub(text.chars().count());
        if missing == 0 {
            return Ok(text);
        }
        if spec.zero && number {
            let sign = usize::from(text.starts_with(['-', '+']));
            let based = spec.alternate && spec.radix.is_some_and(|radix| radix != 'e');
            let at = if based { sign + 2 } else { sign };
            text.insert_str(at, &"0".repeat(missing));
            return Ok(text);
        }
        let left = match spec.align {
            Some('>') => missing,
            Some('^') => missing / 2,
            None if number => missing,
            _ => 0,
        };
        let fill = spec.fill.unwrap_or(' ').to_string();
        Ok(format!("{}{text}{}", fill.repeat(left), fill.repeat(missing - left)))
    }

    fn is_number(&self, value: &Value) -> bool {
        match value {
            Value::Int(_) | Value::Float(_) | Value::Float32(_) => true,
            Value::Ref(target) => {
                let target = self.behind(target);
                self.at(&target, |value| {
                    matches!(value, Value::Int(_) | Value::Float(_) | Value::Float32(_))
                }) == Some(true)
            }
            _ => false,
        }
    }

    /// What `{}` makes of a value.
    pub(super) fn display_value(&self, value: &Value, span: Span) -> Eval<String> {
        let mut text = String::new();
        let spec = Spec::default();
        self.write_value(value, &Plain { spec: &spec, precision: None }, 0, &mut text, span)?;
        Ok(text)
    }

    /// What `{:?}` makes of a value.
    pub(super) fn debug_value(&self, value: &Value, span: Span) -> Eval<String> {
        let mut text = String::new();
        let spec = Spec { debug: true, ..Spec::default() };
        self.write_value(value, &Plain { spec: &spec, precision: None }, 0, &mut text, span)?;
        Ok(text)
    }

    /// What `{:?}` makes of a value that is used up by it.
    pub(super) fn debug_owned(&self, value: Value, span: Span) -> Eval<String> {
        let place = Shared::new(value);
        self.debug_value(&Value::Ref(Target::shared(place)), span)
    }

    /// What `{}` makes of the value at a place.
    pub(super) fn display_at(&self, target: &Target, span: Span) -> Eval<String> {
        self.display_value(&Value::Ref(target.clone()), span)
    }

    fn write_value(
        &self,
        value: &Value,
        plain: &Plain<'_>,
        depth: usize,
        text: &mut String,
        span: Span,
    ) -> Eval<()> {
        if let Some(simple) = plain.simple(value) {
            text.push_str(&simple);
            return Ok(());
        }
        match value {
            Value::Ref(target) => self.write_at(target, plain, depth, text, span),
            // A value that is nowhere: it is looked at as if it had a place.
            value => {
                let count = match value {
                    Value::Moved => return Err(self.moved(span)),
                    Value::Some(inner) | Value::Ok(inner) | Value::Err(inner) => {
                        let name = match value {
                            Value::Some(_) => "Some",
                            Value::Ok(_) => "Ok",
                            _ => "Err",
                        };
                        self.expect_debug(value, plain, span)?;
                        let inner = |text: &mut String, depth| {
                            self.write_value(inner, plain, depth, text, span)
                        };
                        return parts(
                            plain,
                            depth,
                            text,
                            (name, "(", ")"),
                            1,
                            |_| None,
                            |_, text, depth| inner(text, depth),
                        );
                    }
                    Value::Box(inner) => {
                        return self.write_value(inner, plain, depth, text, span);
                    }
                    _ => 0,
                };
                let _: usize = count;
                // Rare: give it a place of its own while it is shown.
                match value.copy() {
                    Some(copy) => {
                        let target = Target::shared(Shared::new(copy));
                        self.write_at(&target, plain, depth, text, span)
                    }
                    None => Err(self.not_shown(value, plain, span)),
                }
            }
        }
    }

    fn expect_debug(&self, value: &Value, plain: &Plain<'_>, span: Span) -> Eval<()> {
        if plain.spec.debug { Ok(()) } else { Err(self.not_shown(value, plain, span)) }
    }

    #[cold]
    fn not_shown(&self, value: &Value, plain: &Plain<'_>, span: Span) -> super::machine::Flow {
        let name = value.type_name();
        let (which, hint) = if plain.spec.debug {
            ("Debug", "add `#[derive(Debug)]`")
        } else {
            ("Display", "use `{:?}` to print it")
        };
        let message = format!("`{name}` doesn't implement `{which}`");
        self.stop(Diagnostic::wrong(span, message).code("E0277").hint(hint))
    }

    fn write_at(
        &self,
        target: &Target,
        plain: &Plain<'_>,
        depth: usize,
        text: &mut String,
        span: Span,
    ) -> Eval<()> {
        enum Shown {
            Text(String),
            Parts(Shape),
            Behind,
            Not,
            Moved,
        }
        struct Shape {
            name: String,
            brackets: (&'static str, &'static str),
            names: Vec<Rc<str>>,
            count: usize,
            slice: Option<(Target, usize)>,
        }
        let tuple = |name: &str, count| {
            let brackets = ("(", ")");
            Shape { name: name.into(), brackets, names: Vec::new(), count, slice: None }
        };
        let list = |count, slice| {
            let brackets = ("[", "]");
            Shape { name: String::new(), brackets, names: Vec::new(), count, slice }
        };
        let shown = self.look(target, span, |value| {
            if let Some(simple) = plain.simple(value) {
                return Shown::Text(simple);
            }
            match value {
                Value::Moved => Shown::Moved,
                Value::Ref(_) | Value::Box(_) | Value::Rc(_) | Value::Borrow(_) => Shown::Behind,
                Value::Object(object) if plain.spec.debug => {
                    let variant = &object.class.variants[object.variant as usize];
                    let brackets = match variant.form {
                        Form::Named => (" { ", " }"),
                        Form::Tuple => ("(", ")"),
                        Form::Unit => ("", ""),
                    };
                    let names = match variant.form {
                        Form::Named => {
                            variant.fields.iter().map(|field| Rc::clone(&field.name)).collect()
                        }
                        _ => Vec::new(),
                    };
                    let count = variant.fields.len();
                    let name = variant.name.to_string();
                    Shown::Parts(Shape { name, brackets, names, count, slice: None })
                }
                _ if !plain.spec.debug => Shown::Not,
                Value::Some(_) => Shown::Parts(tuple("Some", 1)),
                Value::Ok(_) => Shown::Parts(tuple("Ok", 1)),
                Value::Err(_) => Shown::Parts(tuple("Err", 1)),
                Value::Tuple(values) => Shown::Parts(tuple("", values.len())),
                Value::Vec(values) => Shown::Parts(list(values.len(), None)),
                Value::Slice(slice) => {
                    let of = Some((slice.of.clone(), slice.from));
                    Shown::Parts(list(slice.to - slice.from, of))
                }
                Value::Cell(shared) => match shared.borrows.get() {
                    -1 => Shown::Text("RefCell { value: <borrowed> }".into()),
                    _ => Shown::Parts(Shape {
                        name: "RefCell".into(),
                        brackets: (" { ", " }"),
                        names: vec!["value".into()],
                        count: 1,
                        slice: Some((Target::shared(Rc::clone(shared)), usize::MAX)),
                    }),
                },
                _ => Shown::Not,
            }
        })?;
        // A type's own `Display` or `Debug` goes before what is derived.
        let method: Rc<str> = if plain.spec.debug { "fmt(Debug)" } else { "fmt" }.into();
        if matches!(shown, Shown::Parts(_) | Shown::Not)
            && let Some(index) = self.user_method(target, &method)
        {
            return self.own_format(target, index, text, span);
        }
        match shown {
            Shown::Text(simple) => text.push_str(&simple),
            Shown::Behind => {
                // Boxes in boxes may be as deep as values may be.
                if depth > 2 * super::limits::MAX_VALUE_DEPTH as usize {
                    return Err(self.dangling(span));
                }
                let Some(behind) = self.deref(target) else { return Err(self.moved(span)) };
                return self.write_behind(&behind, plain, depth, text, span);
            }
            Shown::Moved => return Err(self.moved(span)),
            Shown::Not => {
                let name = self.look(target, span, |value| value.type_name())?;
                let which = if plain.spec.debug { "Debug" } else { "Display" };
                let message = format!("`{name}` doesn't implement `{which}`");
                let diagnostic = Diagnostic::wrong(span, message).code("E0277");
                return Err(self.stop(match which {
                    "Display" => diagnostic.hint("use `{:?}`, or implement `Display` for it"),
                    _ => diagnostic,
                }));
            }
            Shown::Parts(shape) => {
                let part = |index: usize| match &shape.slice {
                    Some((shared, usize::MAX)) => shared.clone(),
                    Some((of, from)) => of.field(from + index),
                    None => target.field(index),
                };
                let brackets = (&*shape.name, shape.brackets.0, shape.brackets.1);
                let name = |index: usize| shape.names.get(index).cloned();
                return parts(
                    plain,
                    depth,
                    text,
                    brackets,
                    shape.count,
                    name,
                    |index, text, depth| self.write_at(&part(index), plain, depth, text, span),
                );
            }
        }
        Ok(())
    }

    fn write_behind(
        &self,
        target: &Target,
        plain: &Plain<'_>,
        depth: usize,
        text: &mut String,
        span: Span,
    ) -> Eval<()> {
        let target = self.behind(target);
        let endless = self.at(&target, |value| matches!(value, Value::Ref(_))) == Some(true);
        if endless {
            return Err(self.dangling(span));
        }
        self.write_at(&target, plain, depth, text, span)
    }

    /// Runs the `fmt` of a type of the script. Its formatter is a text.
    fn own_format(&self, target: &Target, index: u32, text: &mut String, span: Span) -> Eval<()> {
        let function = Rc::clone(&self.program.functions[index as usize]);
        let buffer = Shared::new(Value::string(""));
        let formatter = Value::Ref(Target::shared(Rc::clone(&buffer)));
        self.invoke_with(&function, vec![Value::Ref(target.clone()), formatter], span)?;
        if let Value::String(written) = &*buffer.value.borrow() {
            text.push_str(written);
        }
        Ok(())
    }
}

/// The widest a field may be.
const WIDEST: usize = 1_000;

struct Plain<'s> {
    spec: &'s Spec,
    precision: Option<usize>,
}

impl Plain<'_> {
    /// The text of a value that has no parts.
    fn simple(&self, value: &Value) -> Option<String> {
        let debug = self.spec.debug;
        Some(match value {
            Value::Int(int) => match self.spec.radix {
                Some(radix) => {
                    let bits = int.value() as u128 & (u128::MAX >> (128 - int.kind.bits()));
                    let (prefix, text) = match radix {
                        'x' => ("0x", format!("{bits:x}")),
                        'X' => ("0x", format!("{bits:X}")),
                        'b' => ("0b", format!("{bits:b}")),
                        'o' => ("0o", format!("{bits:o}")),
                        _ => ("", format!("{:e}", int.value())),
                    };
                    if self.spec.alternate { format!("{prefix}{text}") } else { text }
                }
                None => int.to_string(),
            },
            Value::Float(value) => match (self.precision, debug, self.spec.radix) {
                (Some(precision), _, _) => format!("{value:.precision$}"),
                (None, _, Some(_)) => format!("{value:e}"),
                (None, true, _) => format!("{value:?}"),
                (None, false, _) => format!("{value}"),
            },
            Value::Float32(value) => match (self.precision, debug) {
                (Some(precision), _) => format!("{value:.precision$}"),
                (None, true) => format!("{value:?}"),
                (None, false) => format!("{value}"),
            },
            Value::Bool(value) => value.to_string(),
            Value::Char(char) if debug => format!("{char:?}"),
            Value::Char(char) => char.to_string(),
            Value::Str(text) if debug => format!("{text:?}"),
            Value::Str(text) => self.cut(text),
            Value::String(text) if debug => format!("{text:?}"),
            Value::String(text) => self.cut(text),
            Value::Error(error) if debug => format!("{error:?}"),
            Value::Error(error) => error.to_string(),
            Value::ErrorKind(kind) if debug => format!("{kind:?}"),
            Value::ErrorKind(kind) => kind.to_string(),
            Value::Unit if debug => "()".into(),
            Value::None if debug => "None".into(),
            Value::Duration(duration) if debug => format!("{duration:?}"),
            Value::Ordering(ordering) if debug => format!("{ordering:?}"),
            Value::Metadata(metadata) if debug => format!("{metadata:?}"),
            Value::File(file) if debug => format!("{file:?}"),
            Value::Lock(lock) if debug => format!("{lock:?}"),
            Value::Weak(_) if debug => "(Weak)".into(),
            Value::Payload(_) if debug => "Any { .. }".into(),
            Value::Range(range) if debug => {
                let end = |value: &Value| match value {
                    Value::Int(int) => int.to_string(),
                    _ => String::new(),
                };
                let dots = if range.inclusive { "..=" } else { ".." };
                format!("{}{dots}{}", end(&range.from), end(&range.to))
            }
            Value::Ending(ending) if debug => match &**ending {
                EndingValue::Returned => "Returned".into(),
                EndingValue::Failed(error) => format!("Failed({error:?})"),
                EndingValue::Panicked => "Panicked".into(),
            },
            _ => return None,
        })
    }

    fn cut(&self, text: &str) -> String {
        match self.precision {
            Some(precision) => text.chars().take(precision).collect(),
            None => text.to_owned(),
        }
    }
}

/// Writes the parts of a value between brackets; `{:#?}` gives each a line.
fn parts(
    plain: &Plain<'_>,
    depth: usize,
    text: &mut String,
    (name, open, close): (&str, &str, &str),
    count: usize,
    field: impl Fn(usize) -> Option<Rc<str>>,
    mut write: impl FnMut(usize, &mut String, usize) -> Eval<()>,
) -> Eval<()> {
    let lines = plain.spec.alternate && count > 0;
    text.push_str(name);
    text.push_str(if lines { open.trim_end() } else { open });
    for index in 0..count {
        if lines {
            let _ = write!(text, "\n{:indent$}", "", indent = 4 * (depth + 1));
        } else if index > 0 {
            text.push_str(", ");
        }
        if let Some(field) = field(index) {
            let _ = write!(text, "{field}: ");
        }
        write(index, text, depth + 1)?;
        if lines {
            text.push(',');
        } else if count == 1 && name.is_empty() && open == "(" {
            // A tuple of one.
            text.push(',');
        }
    }
    if lines {
        let _ = write!(text, "\n{:indent$}", "", indent = 4 * depth);
    }
    text.push_str(if lines { close.trim_start() } else { close });
    Ok(())
}
