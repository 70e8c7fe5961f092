//! Methods of `str`, `String` and `char`.

use super::super::builtin::Method;
use super::super::diagnostic::Span;
use super::super::ir::Wanted;
use super::super::iterate::owned;
use super::super::machine::{Eval, Machine};
use super::super::number::{Int, IntKind};
use super::super::value::Value;
use super::Called;

impl Machine {
    pub(super) fn text_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call } = called;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        if matches!(method, M::Push | M::PushStr) {
            let more = self.text_of(&argument(), span)?;
            return self.append(called.target, &more, span).map(|()| Value::Unit);
        }
        let changed = self.look(target, span, |value| match (value, method) {
            (Value::String(text), M::Clear) => {
                text.clear();
                Some(Value::Unit)
            }
            (Value::String(text), M::Pop) => Some(Value::option(text.pop().map(Value::Char))),
            _ => None,
        })?;
        if let Some(value) = changed {
            return Ok(value);
        }
        let text = self.text_of(&Value::Ref(target.clone()), span)?;
        let texts = |parts: Vec<&str>| owned(parts.into_iter().map(Value::str).collect::<Vec<_>>());
        let byte = |byte: u8| Value::Int(Int::wrapped(IntKind::U8, byte.into()));
        Ok(match method {
            M::Len => Value::usize(text.len()),
            M::IsEmpty => Value::Bool(text.is_empty()),
            M::AsStr | M::AsRef | M::Borrow | M::AsDeref => Value::str(text),
            M::Trim => Value::str(text.trim()),
            M::ToOwned => Value::string(text),
            M::ToUppercase => Value::string(text.to_uppercase()),
            M::ToLowercase => Value::string(text.to_lowercase()),
            M::Repeat => {
                let count = self.usize(&argument(), span)?;
                self.take_memory(text.len().saturating_mul(count), span)?;
                Value::string(text.repeat(count))
            }
            M::Contains => Value::Bool(text.contains(&self.text_of(&argument(), span)?)),
            M::StartsWith => Value::Bool(text.starts_with(&self.text_of(&argument(), span)?)),
            M::EndsWith => Value::Bool(text.ends_with(&self.text_of(&argument(), span)?)),
            M::StripPrefix => {
                let prefix = self.text_of(&argument(), span)?;
                Value::option(text.strip_prefix(&prefix).map(Value::str))
            }
            M::StripSuffix => {
                let suffix = self.text_of(&argument(), span)?;
                Value::option(text.strip_suffix(&suffix).map(Value::str))
            }
            M::SplitOnce => {
                let at = self.text_of(&argument(), span)?;
                let parts = text.split_once(&at);
                Value::option(parts.map(|(a, b)| Value::tuple([Value::str(a), Value::str(b)])))
            }
            M::TrimStart => Value::str(text.trim_start()),
            M::TrimEnd => Value::str(text.trim_end()),
            M::Find => {
                let what = self.text_of(&argument(), span)?;
                Value::option(text.find(&what).map(Value::usize))
            }
            M::Replace => {
                let (from, to) =
                    (self.text_of(&argument(), span)?, self.text_of(&argument(), span)?);
                let replaced = text.replace(&from, &to);
                self.take_memory(replaced.len(), span)?;
                Value::string(replaced)
            }
            M::Lines => texts(text.lines().collect()),
            M::SplitWhitespace => texts(text.split_whitespace().collect()),
            M::Split => {
                let at = self.text_of(&argument(), span)?;
                texts(text.split(&at).collect())
            }
            M::Chars => owned(text.chars().map(Value::Char).collect::<Vec<_>>()),
            M::Bytes => owned(text.bytes().map(byte).collect::<Vec<_>>()),
            M::AsBytes | M::IntoBytes => Value::vec(text.bytes().map(byte).collect::<Vec<_>>()),
            M::Parse => self.parse(text.as_str(), call.target.as_ref(), span)?,
            M::IntoBoxedStr => Value::str(text),
            _ => return Err(self.no_method(target, call)),
        })
    }

    /// Appends to the `String` at a place, or to the file there.
    pub(super) fn append(
        &self,
        target: &super::super::value::Target,
        more: &str,
        span: Span,
    ) -> Eval<()> {
        self.take_memory(more.len(), span)?;
        let done = self.look(target, span, |value| match value {
            Value::String(text) => {
                text.push_str(more);
                true
            }
            _ => false,
        })?;
        if done { Ok(()) } else { Err(self.wrong(span, "this is not a `String`")) }
    }

    /// `write!` to the place of a file or text.
    pub(in super::super) fn write_text(
        &self,
        target: &super::super::value::Target,
        text: &str,
        span: Span,
    ) -> Eval {
        let target = self.behind(target);
        self.observe(span)?;
        self.take_memory(text.len(), span)?;
        let written = self.look(&target, span, |value| match value {
            Value::File(file) => Some(Value::result(file.write(text), |()| Value::Unit)),
            Value::String(buffer) => {
                buffer.push_str(text);
                Some(Value::ok(Value::Unit))
            }
            _ => None,
        })?;
        written.ok_or_else(|| self.wrong(span, "cannot write into this type"))
    }

    fn parse(&self, text: &str, wanted: Option<&Wanted>, span: Span) -> Eval {
        fn flat(wanted: Option<&Wanted>) -> Option<&Wanted> {
            match wanted {
                Some(Wanted::Result(inner) | Wanted::Option(inner)) => flat(inner.as_deref()),
                wanted => wanted,
            }
        }
        fn error<T>(error: impl ToString) -> Result<T, String> {
            Err(error.to_string())
        }
        let int = |kind: IntKind| {
            // The messages are those of the real types.
            let checked = match kind {
                IntKind::I8 => text.parse::<i8>().map(i128::from),
                IntKind::I16 => text.parse::<i16>().map(i128::from),
                IntKind::I32 | IntKind::Open => text.parse::<i32>().map(i128::from),
                IntKind::I64 | IntKind::Isize => text.parse::<i64>().map(i128::from),
                IntKind::U8 => text.parse::<u8>().map(i128::from),
                IntKind::U16 => text.parse::<u16>().map(i128::from),
                IntKind::U32 => text.parse::<u32>().map(i128::from),
                IntKind::U64 | IntKind::Usize => text.parse::<u64>().map(i128::from),
            };
            match checked {
                Ok(value) => Ok(Value::Int(Int::wrapped(kind, value))),
                Err(parse) => error(parse),
            }
        };
        let parsed = match flat(wanted) {
            Some(Wanted::Int(kind)) => int(*kind),
            Some(Wanted::Float) => match text.parse::<f64>() {
                Ok(value) => Ok(Value::Float(value)),
                Err(parse) => error(parse),
            },
            Some(Wanted::Bool) => match text.parse::<bool>() {
                Ok(value) => Ok(Value::Bool(value)),
                Err(parse) => error(parse),
            },
            Some(Wanted::Char) => match text.parse::<char>() {
                Ok(value) => Ok(Value::Char(value)),
                Err(parse) => error(parse),
            },
            Some(Wanted::String) => Ok(Value::string(text)),
            _ if text.contains('.') => match text.parse::<f64>() {
                Ok(value) => Ok(Value::Float(value)),
                Err(parse) => error(parse),
            },
            _ => int(IntKind::Open),
        };
        let _ = span;
        Ok(match parsed {
            Ok(value) => Value::ok(value),
            Err(message) => Value::err(Value::Error(crate::guard::Error::other(message))),
        })
    }
}
