//! Values that have parts, one within the other.

use std::rc::Rc;

use super::leaf::Leaf;
use super::{Arguments, Asked};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::eval::machine::{Eval, Flow, Machine};
use crate::rust::ir::Form;
use crate::rust::value::{Holder, Shared, Target, Value};

/// What is seen of the value at a place.
enum Seen {
    Leaf(Leaf),
    Parts(Parts),
    Arguments(Arguments),
    Behind,
    Elsewhere(Target),
    Not,
    Moved,
}

/// A value as a name and brackets around its parts.
struct Parts {
    name: String,
    brackets: Brackets,
    /// What stands before each part, if anything does.
    names: Vec<Rc<str>>,
    at: Vec<Target>,
    /// What each part is wrapped in, in std.
    within: Option<&'static str>,
}

/// What stands around the parts of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Brackets {
    None,
    Round,
    Square,
    /// `{a, b}`
    Set,
    /// `{a: b, c: d}`
    Map,
    /// `Name { a: b }`
    Struct,
    /// `Name { a: b, .. }`
    Open,
}

impl Brackets {
    fn pair(self, lines: bool) -> (&'static str, &'static str) {
        match self {
            Self::None => ("", ""),
            Self::Round => ("(", ")"),
            Self::Square => ("[", "]"),
            Self::Set | Self::Map => ("{", "}"),
            Self::Struct | Self::Open if lines => (" {", "}"),
            Self::Struct | Self::Open => (" { ", " }"),
        }
    }

    /// Whether nothing stands around a value without parts.
    fn open_with_a_part(self) -> bool {
        matches!(self, Self::Round | Self::Struct | Self::Open)
    }
}

impl Machine {
    /// Writes what a placeholder makes of a value.
    pub(in crate::rust) fn write_value(
        &self,
        value: &Value,
        asked: &Asked,
        text: &mut String,
        span: Span,
    ) -> Eval<()> {
        self.write_within(value, asked, text, span, 0)
    }

    pub(super) fn write_within(
        &self,
        value: &Value,
        asked: &Asked,
        text: &mut String,
        span: Span,
        depth: u32,
    ) -> Eval<()> {
        if let Some(leaf) = Leaf::of(value, asked) {
            leaf.write(asked, text);
            return Ok(());
        }
        match value {
            Value::Ref(target) => self.write_at(target, asked, text, span, depth),
            Value::Moved => Err(self.moved(span)),
            // Rare: give it a place of its own while it is shown.
            value => match value.copy() {
                Some(copy) => {
                    let target = Target::shared(Shared::new(copy));
                    self.write_at(&target, asked, text, span, depth)
                }
                None => Err(self.not_shown(value.type_name(), asked, span)),
            },
        }
    }

    #[cold]
    fn not_shown(&self, of: String, asked: &Asked, span: Span) -> Flow {
        let (which, hint) = match asked.spec.debug {
            true => ("Debug", "add `#[derive(Debug)]`"),
            false => ("Display", "use `{:?}`, or implement `Display` for it"),
        };
        let message = format!("`{of}` doesn't implement `{which}`");
        self.stop(Diagnostic::wrong(span, message).code("E0277").hint(hint))
    }

    /// Writes the value at a place; `depth`: how many values are around it.
    fn write_at(
        &self,
        target: &Target,
        asked: &Asked,
        text: &mut String,
        span: Span,
        depth: u32,
    ) -> Eval<()> {
        // Boxes in boxes may be as deep as values may be.
        if depth > 2 * crate::run::limits::MAX_VALUE_DEPTH {
            return Err(self.dangling(span));
        }
        let seen = self.inspect(target, span, |value| see(value, target, asked))?;
        // A type's own `Display` or `Debug` goes before what is derived.
        let method: Rc<str> = match (asked.spec.debug, asked.spec.radix) {
            (true, _) => "fmt(Debug)",
            (false, Some('x')) => "fmt(LowerHex)",
            (false, Some('X')) => "fmt(UpperHex)",
            (false, Some('b')) => "fmt(Binary)",
            (false, Some('o')) => "fmt(Octal)",
            (false, Some(_)) => "fmt(LowerExp)",
            (false, None) => "fmt",
        }
        .into();
        if matches!(seen, Seen::Parts(_) | Seen::Not)
            && let Some(index) = self.user_method(target, &method)
        {
            return self.own_format(target, index, asked, text, span);
        }
        match seen {
            Seen::Leaf(leaf) => leaf.write(asked, text),
            Seen::Arguments(arguments) => {
                let Arguments { format, args } = arguments;
                self.write_format(&format, &args, text, depth + 1)?;
            }
            Seen::Behind => {
                let Some(behind) = self.deref(target) else { return Err(self.moved(span)) };
                return self.write_at(&behind, asked, text, span, depth + 1);
            }
            Seen::Elsewhere(target) => {
                return self.write_at(&target, asked, text, span, depth + 1);
            }
            Seen::Moved => return Err(self.moved(span)),
            Seen::Not => {
                let of = self.inspect(target, span, |value| value.type_name())?;
                return Err(self.not_shown(of, asked, span));
            }
            Seen::Parts(parts) => {
                let mut writer = PartWriter::begin(&parts.name, parts.brackets, asked, text);
                for (index, part) in parts.at.iter().enumerate() {
                    let mut shown = String::new();
                    self.write_at(part, asked, &mut shown, span, depth + 1)?;
                    if let Some(within) = parts.within {
                        let mut wrapped = String::new();
                        let mut writer =
                            PartWriter::begin(within, Brackets::Round, asked, &mut wrapped);
                        writer.part(None, &shown, &mut wrapped);
                        writer.end(&mut wrapped);
                        shown = wrapped;
                    }
                    let name = parts.names.get(index).map(|name| &**name);
                    writer.part(name, &shown, text);
                }
                writer.end(text);
            }
        }
        Ok(())
    }
}

/// Sees what a value is made of.
fn see(value: &mut Value, target: &Target, asked: &Asked) -> Seen {
    if let Some(leaf) = Leaf::of(value, asked) {
        return Seen::Leaf(leaf);
    }
    let parts = |name: &str, brackets, count: usize| {
        let at = (0..count).map(|index| target.field(index)).collect();
        Seen::Parts(Parts { name: name.into(), brackets, names: Vec::new(), at, within: None })
    };
    match value {
        Value::Moved => Seen::Moved,
        Value::Ref(_) | Value::Box(_) | Value::Rc(_) | Value::Borrow(_) => Seen::Behind,
        Value::Arguments(arguments) => Seen::Arguments(Arguments {
            format: Rc::clone(&arguments.format),
            args: arguments.args.iter().filter_map(Value::copy).collect(),
        }),
        _ if !asked.spec.debug => Seen::Not,
        Value::Object(object) if !object.class.implements("Debug") => Seen::Not,
        Value::Object(object) => {
            let variant = &object.class.variants[object.variant as usize];
            let brackets = match variant.form {
                Form::Named if variant.fields.is_empty() => Brackets::None,
                Form::Tuple if variant.fields.is_empty() => Brackets::None,
                Form::Named => Brackets::Struct,
                Form::Tuple => Brackets::Round,
                Form::Unit => Brackets::None,
            };
            let names = match variant.form {
                Form::Named => variant.fields.iter().map(|field| Rc::clone(&field.name)).collect(),
                _ => Vec::new(),
            };
            let at = (0..variant.fields.len()).map(|index| target.field(index)).collect();
            Seen::Parts(Parts { name: variant.name.to_string(), brackets, names, at, within: None })
        }
        Value::Some(_) => parts("Some", Brackets::Round, 1),
        Value::Ok(_) => parts("Ok", Brackets::Round, 1),
        Value::Err(_) => parts("Err", Brackets::Round, 1),
        Value::Tuple(values) => parts("", Brackets::Round, values.len()),
        Value::Vec(values) | Value::Array(values) => parts("", Brackets::Square, values.len()),
        Value::Map(map) => {
            let brackets = if map.is_set { Brackets::Set } else { Brackets::Map };
            parts("", brackets, map.parts.len())
        }
        Value::Slice(slice) => {
            let at = (slice.from..slice.to).map(|index| slice.of.field(index)).collect();
            let brackets = Brackets::Square;
            Seen::Parts(Parts {
                name: String::new(),
                brackets,
                names: Vec::new(),
                at,
                within: None,
            })
        }
        Value::ManuallyDrop(_) => Seen::Parts(Parts {
            name: "ManuallyDrop".into(),
            brackets: Brackets::Struct,
            names: vec!["value".into()],
            at: vec![target.step(crate::rust::value::Step::Deref)],
            within: Some("MaybeDangling"),
        }),
        Value::Cell(shared) => {
            let (name, locks) = match shared.holder {
                Holder::Shared => ("RefCell", false),
                Holder::Cell => ("Cell", false),
                Holder::Mutex => ("Mutex", true),
                Holder::RwLock => ("RwLock", true),
                Holder::Atomic => return Seen::Elsewhere(Target::shared(Rc::clone(shared))),
            };
            if shared.borrows.get() < 0 {
                let text = if locks { locked(name, shared, asked) } else { borrowed(asked) };
                return parts(&text, Brackets::None, 0);
            }
            let content = Target::shared(Rc::clone(shared));
            let poisoned = || Target::shared(Shared::new(Value::Bool(shared.poisoned.get())));
            let (brackets, names, at) = match locks {
                true => (Brackets::Open, vec!["data", "poisoned"], vec![content, poisoned()]),
                false => (Brackets::Struct, vec!["value"], vec![content]),
            };
            let names = names.into_iter().map(Rc::from).collect();
            Seen::Parts(Parts { name: name.into(), brackets, names, at, within: None })
        }
        Value::Range(range) => {
            let end = |value: &Value| match value {
                Value::Moved => String::new(),
                value => match Leaf::of(value, asked) {
                    Some(leaf) => {
                        let mut text = String::new();
                        leaf.write(asked, &mut text);
                        text
                    }
                    None => String::new(),
                },
            };
            let dots = if range.inclusive { "..=" } else { ".." };
            let text = format!("{}{dots}{}", end(&range.from), end(&range.to));
            parts(&text, Brackets::None, 0)
        }
        _ => Seen::Not,
    }
}

/// A `RefCell` that cannot be read.
fn borrowed(asked: &Asked) -> String {
    match asked.spec.alternate {
        true => "RefCell {\n    value: <borrowed>,\n}".into(),
        false => "RefCell { value: <borrowed> }".into(),
    }
}

/// A lock that is held.
fn locked(name: &str, shared: &Shared, asked: &Asked) -> String {
    let poisoned = shared.poisoned.get();
    // As std has it.
    let data = if shared.holder == Holder::Mutex { "\"<locked>\"" } else { "<locked>" };
    match asked.spec.alternate {
        true => format!("{name} {{\n    data: {data},\n    poisoned: {poisoned},\n    ..\n}}"),
        false => format!("{name} {{ data: {data}, poisoned: {poisoned}, .. }}"),
    }
}

/// Writes parts one after the other; `{:#?}` gives each a line.
#[derive(Clone, Copy)]
pub(in crate::rust) struct PartWriter {
    brackets: Brackets,
    lines: bool,
    nameless: bool,
    count: usize,
}

impl PartWriter {
    pub(in crate::rust) fn begin(
        name: &str,
        brackets: Brackets,
        asked: &Asked,
        text: &mut String,
    ) -> Self {
        text.push_str(name);
        // The brackets of what has names or places open with the first part.
        if matches!(brackets, Brackets::Square | Brackets::Set | Brackets::Map) {
            text.push_str(brackets.pair(false).0);
        }
        Self { brackets, lines: asked.spec.alternate, nameless: name.is_empty(), count: 0 }
    }

    pub(in crate::rust) fn brackets(self) -> Brackets {
        self.brackets
    }

    /// Ends what has more parts than are shown.
    pub(in crate::rust) fn end_open(self, text: &mut String) {
        let (open, close) = match self.brackets {
            Brackets::Struct | Brackets::Open => {
                text.push_str(match (self.lines, self.count) {
                    (_, 0) => " { .. }",
                    (true, _) => "\n    ..\n}",
                    (false, _) => ", .. }",
                });
                return;
            }
            brackets => brackets.pair(self.lines),
        };
        if self.count == 0 {
            if self.brackets.open_with_a_part() {
                text.push_str(open.trim_end());
            }
            text.push_str("..");
        } else {
            text.push_str(if self.lines { "\n    ..\n" } else { ", .." });
        }
        text.push_str(close.trim());
    }

    pub(in crate::rust) fn part(&mut self, name: Option<&str>, shown: &str, text: &mut String) {
        let after_key = self.brackets == Brackets::Map && self.count % 2 == 1;
        let opens = self.brackets.open_with_a_part();
        if self.count == 0 && opens {
            text.push_str(self.brackets.pair(self.lines).0);
        }
        match (after_key, self.lines) {
            (true, _) => text.push_str(": "),
            (false, true) => text.push_str("\n    "),
            (false, false) if self.count > 0 => text.push_str(", "),
            _ => {}
        }
        if let Some(name) = name {
            text.push_str(name);
            text.push_str(": ");
        }
        if self.lines {
            text.push_str(&shown.replace('\n', "\n    "));
            if self.brackets != Brackets::Map || after_key {
                text.push(',');
            }
        } else {
            text.push_str(shown);
        }
        self.count += 1;
    }

    pub(in crate::rust) fn end(self, text: &mut String) {
        if self.brackets == Brackets::Open {
            return self.end_open(text);
        }
        let opens = self.brackets.open_with_a_part();
        if self.count == 0 && opens {
            // The unit has no parts and its brackets all the same.
            if self.nameless {
                text.push_str("()");
            }
            return;
        }
        if self.lines && self.count > 0 {
            text.push('\n');
        } else if self.count == 1 && self.nameless && self.brackets == Brackets::Round {
            // A tuple of one.
            text.push(',');
        }
        text.push_str(self.brackets.pair(self.lines).1);
    }
}
