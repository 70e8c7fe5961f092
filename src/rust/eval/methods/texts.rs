//! Methods of `str` and `String`.

use super::Called;
use crate::run::diagnostic::Span;
use crate::rust::eval::capacity::Each;
use crate::rust::eval::iterate::owned;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::number::{Int, IntKind};
use crate::rust::value::{Target, Value};

impl Machine {
    pub(super) fn text_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        if let Some(changed) = self.change_text(called, &args)? {
            return Ok(changed);
        }
        let text = self.text_of(&Value::Ref(target.clone()), span)?;
        if let Some(found) = self.search_text(called, &text, &args)? {
            return Ok(found);
        }
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        let texts = |parts: Vec<&str>| owned(parts.into_iter().map(Value::str).collect::<Vec<_>>());
        let byte = |byte: u8| Value::Int(Int::wrapped(IntKind::U8, byte.into()));
        Ok(match method {
            M::Len => Value::usize(text.len()),
            M::Capacity => Value::usize(text.len()),
            M::IsEmpty => Value::Bool(text.is_empty()),
            M::AsStr | M::AsRef | M::Borrow | M::AsDeref | M::IntoBoxedStr | M::Leak => {
                Value::str(text)
            }
            M::IntoString | M::ToOwned => Value::string(text),
            M::Trim => Value::str(text.trim()),
            M::TrimStart => Value::str(text.trim_start()),
            M::TrimEnd => Value::str(text.trim_end()),
            M::ToUppercase => Value::string(text.to_uppercase()),
            M::ToLowercase => Value::string(text.to_lowercase()),
            M::ToAsciiUppercase => Value::string(text.to_ascii_uppercase()),
            M::ToAsciiLowercase => Value::string(text.to_ascii_lowercase()),
            M::EqIgnoreAsciiCase => {
                Value::Bool(text.eq_ignore_ascii_case(&self.text_of(&argument(), span)?))
            }
            M::IsAscii => Value::Bool(text.is_ascii()),
            M::IsCharBoundary => Value::Bool(text.is_char_boundary(self.usize(&argument(), span)?)),
            M::Repeat => {
                let count = self.capacity(&argument(), Each::Bytes(text.len()), span)?;
                self.take_memory(text.len() * count, span)?;
                Value::string(text.repeat(count))
            }
            M::Get => match argument() {
                Value::Range(range) => {
                    let found = range.within(text.len());
                    let found = found.and_then(|(from, to)| text.get(from..to));
                    Value::option(found.map(Value::str))
                }
                other => return Err(self.mismatch("Range<usize>", &other, span)),
            },
            M::SplitAt => {
                let at = self.usize(&argument(), span)?;
                match text.split_at_checked(at) {
                    Some((a, b)) => Value::tuple([Value::str(a), Value::str(b)]),
                    None => return Err(self.panic_with("failed to slice string", span)),
                }
            }
            M::Lines => texts(text.lines().collect()),
            M::SplitWhitespace => texts(text.split_whitespace().collect()),
            M::Chars => owned(text.chars().map(Value::Char).collect::<Vec<_>>()),
            M::CharIndices => owned(
                text.char_indices()
                    .map(|(at, char)| Value::tuple([Value::usize(at), Value::Char(char)]))
                    .collect::<Vec<_>>(),
            ),
            M::Bytes => owned(text.bytes().map(byte).collect::<Vec<_>>()),
            M::AsBytes | M::IntoBytes => Value::vec(text.bytes().map(byte).collect::<Vec<_>>()),
            M::Parse => self.parse(text.as_str(), &call.target, span)?,
            M::FromStrRadix => self.parse_in_radix(&text, &argument(), &call.target, span)?,
            _ => return Err(self.no_method(target, call)),
        })
    }

    /// The methods that change a `String`; `None` for the others.
    fn change_text(&self, called: &Called<'_>, args: &[Value]) -> Eval<Option<Value>> {
        use Method as M;
        let &Called { target, method, span, .. } = called;
        let first = args.first().unwrap_or(&Value::Unit);
        let index = || self.usize(first, span);
        Ok(Some(match method {
            M::Push | M::PushStr => {
                let more = self.text_of(first, span)?;
                self.append(target, &more, span)?;
                Value::Unit
            }
            M::Clear => self.on_string(called, |text| {
                text.clear();
                Value::Unit
            })?,
            M::Pop => self.on_string(called, |text| Value::option(text.pop().map(Value::Char)))?,
            M::Truncate | M::Remove | M::Insert | M::InsertStr | M::SplitOff => {
                let at = index()?;
                let (length, whole) = self.inspect(target, span, |value| match value {
                    Value::String(text) => (text.len(), text.is_char_boundary(at)),
                    _ => (0, false),
                })?;
                if method == M::Truncate && at >= length {
                    return Ok(Some(Value::Unit));
                }
                if !whole || (method == M::Remove && at >= length) {
                    let message = match method {
                        M::Remove if at >= length => {
                            "cannot remove a char from the end of a string"
                        }
                        M::Truncate => "assertion failed: self.is_char_boundary(new_len)",
                        M::SplitOff => "assertion failed: self.is_char_boundary(at)",
                        _ => "assertion failed: self.is_char_boundary(idx)",
                    };
                    return Err(self.panic_with(message, span));
                }
                let more = match args.get(1) {
                    Some(more) => self.text_of(more, span)?,
                    None => String::new(),
                };
                self.take_memory(more.len(), span)?;
                self.on_string(called, |text| match method {
                    M::Truncate => {
                        text.truncate(at);
                        Value::Unit
                    }
                    M::Remove => Value::Char(text.remove(at)),
                    M::SplitOff => Value::string(text.split_off(at)),
                    _ => {
                        text.insert_str(at, &more);
                        Value::Unit
                    }
                })?
            }
            M::Drain => {
                let length = self.inspect(target, span, |value| match value {
                    Value::String(text) => text.len(),
                    _ => 0,
                })?;
                let Value::Range(range) = first else {
                    return Err(self.mismatch("Range<usize>", first, span));
                };
                let (from, to) = self.bounds(range, length, span)?;
                self.on_string(called, |text| {
                    let drained: Vec<_> = text.drain(from..to).map(Value::Char).collect();
                    owned(drained)
                })?
            }
            M::Retain => {
                let mut keeps = first.copy().unwrap_or(Value::Unit);
                let text = self.text_of(&Value::Ref(target.clone()), span)?;
                let mut kept = String::new();
                for char in text.chars() {
                    let keep = self.call_kept(&mut keeps, vec![Value::Char(char)], span)?;
                    if self.as_bool(&keep, span)? {
                        kept.push(char);
                    }
                }
                self.on_string(called, |text| {
                    *text = kept;
                    Value::Unit
                })?
            }
            M::Extend => {
                let items = first.copy();
                let Some(items) = items else { return Ok(None) };
                let mut items = self.iterator(items, span)?;
                while let Some(item) = self.next(&mut items, span)? {
                    let more = self.text_of(&item, span)?;
                    self.append(target, &more, span)?;
                }
                Value::Unit
            }
            M::WriteStr | M::WriteChar => {
                let more = self.text_of(first, span)?;
                self.append(target, &more, span)?;
                Value::ok(Value::Unit)
            }
            M::Reserve => {
                self.capacity(first, Each::Room("bytes"), span)?;
                Value::Unit
            }
            M::ShrinkToFit => Value::Unit,
            _ => return Ok(None),
        }))
    }

    fn on_string(&self, called: &Called<'_>, change: impl FnOnce(&mut String) -> Value) -> Eval {
        let changed = self.inspect(called.target, called.span, |value| match value {
            Value::String(text) => Some(change(text)),
            _ => None,
        })?;
        changed.ok_or_else(|| self.no_method(called.target, called.call))
    }

    /// Appends to the `String` at a place.
    pub(super) fn append(&self, target: &Target, more: &str, span: Span) -> Eval<()> {
        self.take_memory(more.len(), span)?;
        let done = self.inspect(target, span, |value| match value {
            Value::String(text) => {
                text.push_str(more);
                true
            }
            _ => false,
        })?;
        if done { Ok(()) } else { Err(self.wrong(span, "this is not a `String`")) }
    }

    /// `write!` to the place of a file, text or formatter.
    pub(in crate::rust) fn write_text(&self, target: &Target, text: &str, span: Span) -> Eval {
        let target = self.behind(target);
        self.take_memory(text.len(), span)?;
        let written = self.inspect(&target, span, |value| match value {
            Value::String(buffer) => {
                buffer.push_str(text);
                Some(Value::ok(Value::Unit))
            }
            Value::Formatter(formatter) => {
                formatter.text.push_str(text);
                Some(Value::ok(Value::Unit))
            }
            _ => None,
        })?;
        if let Some(written) = written {
            return Ok(written);
        }
        self.observe(span)?;
        let written = self.inspect(&target, span, |value| match value {
            Value::File(file) => Some(Value::result(file.write(text), |()| Value::Unit)),
            _ => None,
        })?;
        written.ok_or_else(|| self.wrong(span, "cannot write into this type"))
    }
}
