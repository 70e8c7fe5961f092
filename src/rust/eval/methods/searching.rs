//! Methods of texts that look for a pattern: a text, a character, several of them, or a function that
//! knows a character when it sees it.

use super::Called;
use crate::run::diagnostic::Span;
use crate::rust::eval::iterate::owned;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::Value;

/// What is looked for in a text.
enum Pattern {
    Text(String),
    Chars(Vec<char>),
    Function(Value),
}

impl Machine {
    fn text_pattern(&self, value: &Value, span: Span) -> Eval<Pattern> {
        fn chars(values: &[Value]) -> Option<Pattern> {
            let char = |value: &Value| match value {
                Value::Char(char) => Some(*char),
                _ => None,
            };
            values.iter().map(char).collect::<Option<Vec<_>>>().map(Pattern::Chars)
        }
        let found = match value {
            Value::Char(char) => Some(Pattern::Chars(vec![*char])),
            Value::Array(values) | Value::Vec(values) => chars(values),
            Value::Closure(_) | Value::Function(_) | Value::Builtin(_) | Value::Method(_) => {
                value.copy().map(Pattern::Function)
            }
            Value::Ref(target) => {
                let target = self.behind(target);
                self.inspect(&target, span, |value| match value {
                    Value::Array(values) | Value::Vec(values) => chars(values),
                    Value::Char(char) => Some(Pattern::Chars(vec![*char])),
                    Value::Closure(_) => Some(Pattern::Function(Value::Ref(target.clone()))),
                    _ => None,
                })?
            }
            _ => None,
        };
        match found {
            Some(found) => Ok(found),
            None => self.text_of(value, span).map(Pattern::Text),
        }
    }

    /// Whether a character is one that the pattern knows.
    fn knows(&self, pattern: &mut Pattern, char: char, span: Span) -> Eval<bool> {
        match pattern {
            Pattern::Text(text) => Ok(text.chars().eq([char])),
            Pattern::Chars(chars) => Ok(chars.contains(&char)),
            Pattern::Function(function) => {
                let known = self.call_kept(function, vec![Value::Char(char)], span)?;
                self.as_bool(&known, span)
            }
        }
    }

    /// Where the pattern is found, from left to right.
    fn found_in(&self, text: &str, pattern: &mut Pattern, span: Span) -> Eval<Vec<(usize, usize)>> {
        if let Pattern::Text(wanted) = pattern {
            let found = text.match_indices(wanted.as_str());
            return Ok(found.map(|(at, part)| (at, at + part.len())).collect());
        }
        let mut found = Vec::new();
        for (at, char) in text.char_indices() {
            if self.knows(pattern, char, span)? {
                found.push((at, at + char.len_utf8()));
            }
        }
        Ok(found)
    }

    /// How many bytes at the beginning, or at the end, the pattern takes; repeatedly, if wanted.
    fn found_at_end(
        &self,
        text: &str,
        pattern: &mut Pattern,
        (at_end, repeatedly): (bool, bool),
        span: Span,
    ) -> Eval<usize> {
        let mut taken = 0;
        loop {
            let rest = if at_end { &text[..text.len() - taken] } else { &text[taken..] };
            let length = match pattern {
                Pattern::Text(wanted) => {
                    let found = if at_end {
                        rest.ends_with(&**wanted)
                    } else {
                        rest.starts_with(&**wanted)
                    };
                    if found { wanted.len() } else { 0 }
                }
                _ => {
                    let char = if at_end { rest.chars().next_back() } else { rest.chars().next() };
                    match char {
                        Some(char) if self.knows(pattern, char, span)? => char.len_utf8(),
                        _ => 0,
                    }
                }
            };
            taken += length;
            if length == 0 || !repeatedly {
                return Ok(taken);
            }
        }
    }

    /// The methods that look for a pattern; `None` for the others.
    pub(super) fn search_text(
        &self,
        called: &Called<'_>,
        text: &str,
        args: &[Value],
    ) -> Eval<Option<Value>> {
        use Method as M;
        let span = called.span;
        let pattern = |index: usize| match args.get(index) {
            Some(value) => self.text_pattern(value, span),
            None => Err(self.wrong(span, "an argument is missing")),
        };
        let texts = |parts: Vec<&str>| owned(parts.into_iter().map(Value::str).collect::<Vec<_>>());
        Ok(Some(match called.method {
            M::Contains | M::Find | M::Rfind | M::Matches => {
                let found = self.found_in(text, &mut pattern(0)?, span)?;
                match called.method {
                    M::Contains => Value::Bool(!found.is_empty()),
                    M::Find => Value::option(found.first().map(|(at, _)| Value::usize(*at))),
                    M::Rfind => Value::option(found.last().map(|(at, _)| Value::usize(*at))),
                    _ => texts(found.into_iter().map(|(from, to)| &text[from..to]).collect()),
                }
            }
            M::StartsWith | M::EndsWith | M::StripPrefix | M::StripSuffix => {
                let mut wanted = pattern(0)?;
                let at_end = matches!(called.method, M::EndsWith | M::StripSuffix);
                let empty = matches!(&wanted, Pattern::Text(text) if text.is_empty());
                let taken = self.found_at_end(text, &mut wanted, (at_end, false), span)?;
                let found = taken > 0 || empty;
                let rest = if at_end { &text[..text.len() - taken] } else { &text[taken..] };
                match called.method {
                    M::StartsWith | M::EndsWith => Value::Bool(found),
                    _ if found => Value::some(Value::str(rest)),
                    _ => Value::None,
                }
            }
            M::TrimMatches | M::TrimStartMatches | M::TrimEndMatches => {
                let mut wanted = pattern(0)?;
                let mut rest = text;
                if called.method != M::TrimEndMatches {
                    let taken = self.found_at_end(rest, &mut wanted, (false, true), span)?;
                    rest = &rest[taken..];
                }
                if called.method != M::TrimStartMatches {
                    let taken = self.found_at_end(rest, &mut wanted, (true, true), span)?;
                    rest = &rest[..rest.len() - taken];
                }
                Value::str(rest)
            }
            M::SplitOnce | M::RsplitOnce => {
                let found = self.found_in(text, &mut pattern(0)?, span)?;
                let found =
                    if called.method == M::SplitOnce { found.first() } else { found.last() };
                Value::option(found.map(|&(from, to)| {
                    Value::tuple([Value::str(&text[..from]), Value::str(&text[to..])])
                }))
            }
            M::Replace | M::Replacen => {
                let mut found = self.found_in(text, &mut pattern(0)?, span)?;
                if called.method == M::Replacen {
                    found.truncate(self.usize(args.get(2).unwrap_or(&Value::Unit), span)?);
                }
                let by = self.text_of(args.get(1).unwrap_or(&Value::Unit), span)?;
                let mut replaced = String::new();
                let mut at = 0;
                for (from, to) in found {
                    replaced.push_str(&text[at..from]);
                    replaced.push_str(&by);
                    at = to;
                }
                replaced.push_str(&text[at..]);
                self.take_memory(replaced.len(), span)?;
                Value::string(replaced)
            }
            M::Split | M::SplitTerminator | M::SplitInclusive | M::Rsplit => {
                let found = self.found_in(text, &mut pattern(0)?, span)?;
                let mut parts = Vec::new();
                let mut at = 0;
                for (from, to) in found {
                    let end = if called.method == M::SplitInclusive { to } else { from };
                    parts.push(&text[at..end]);
                    at = to;
                }
                let last = &text[at..];
                let may_be_empty = matches!(called.method, M::Split | M::Rsplit);
                if may_be_empty || !last.is_empty() {
                    parts.push(last);
                }
                if called.method == M::Rsplit {
                    parts.reverse();
                }
                texts(parts)
            }
            M::Splitn | M::Rsplitn => {
                let count = self.usize(args.first().unwrap_or(&Value::Unit), span)?;
                let mut found = self.found_in(text, &mut pattern(1)?, span)?;
                if count == 0 {
                    return Ok(Some(texts(Vec::new())));
                }
                let mut parts = Vec::new();
                if called.method == M::Splitn {
                    let mut at = 0;
                    for (from, to) in found.into_iter().take(count - 1) {
                        parts.push(&text[at..from]);
                        at = to;
                    }
                    parts.push(&text[at..]);
                } else {
                    found.reverse();
                    let mut at = text.len();
                    for (from, to) in found.into_iter().take(count - 1) {
                        parts.push(&text[to..at]);
                        at = from;
                    }
                    parts.push(&text[..at]);
                }
                texts(parts)
            }
            _ => return Ok(None),
        }))
    }

    /// Methods of a character.
    pub(super) fn char_method(&self, called: &Called<'_>, args: &[Value]) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let char = self.inspect(target, span, |value| match value {
            Value::Char(char) => *char,
            _ => char::REPLACEMENT_CHARACTER,
        })?;
        let radix = || self.u64(args.first().unwrap_or(&Value::Unit), span);
        Ok(match method {
            M::IsAlphabetic => Value::Bool(char.is_alphabetic()),
            M::IsNumeric => Value::Bool(char.is_numeric()),
            M::IsAlphanumeric => Value::Bool(char.is_alphanumeric()),
            M::IsWhitespace => Value::Bool(char.is_whitespace()),
            M::IsUppercase => Value::Bool(char.is_uppercase()),
            M::IsLowercase => Value::Bool(char.is_lowercase()),
            M::IsControl => Value::Bool(char.is_control()),
            M::IsAscii => Value::Bool(char.is_ascii()),
            M::IsAsciiDigit => Value::Bool(char.is_ascii_digit()),
            M::IsAsciiAlphabetic => Value::Bool(char.is_ascii_alphabetic()),
            M::IsAsciiAlphanumeric => Value::Bool(char.is_ascii_alphanumeric()),
            M::IsAsciiUppercase => Value::Bool(char.is_ascii_uppercase()),
            M::IsAsciiLowercase => Value::Bool(char.is_ascii_lowercase()),
            M::IsAsciiPunctuation => Value::Bool(char.is_ascii_punctuation()),
            M::IsAsciiWhitespace => Value::Bool(char.is_ascii_whitespace()),
            M::IsDigit | M::ToDigit => {
                let radix = radix()?;
                if !(2..=36).contains(&radix) {
                    let message = "to_digit: invalid radix -- radix must be in the range 2 to 36 \
                                   inclusive";
                    return Err(self.panic_with(message, span));
                }
                let digit = char.to_digit(radix as u32);
                match method {
                    M::IsDigit => Value::Bool(digit.is_some()),
                    _ => Value::option(digit.map(|digit| {
                        let kind = crate::rust::value::number::IntKind::U32;
                        Value::Int(crate::rust::value::number::Int::wrapped(kind, digit.into()))
                    })),
                }
            }
            M::LenUtf8 => Value::usize(char.len_utf8()),
            M::ToAsciiUppercase => Value::Char(char.to_ascii_uppercase()),
            M::ToAsciiLowercase => Value::Char(char.to_ascii_lowercase()),
            M::ToUppercase => owned(char.to_uppercase().map(Value::Char)),
            M::ToLowercase => owned(char.to_lowercase().map(Value::Char)),
            M::EqIgnoreAsciiCase => {
                let other = self.text_of(args.first().unwrap_or(&Value::Unit), span)?;
                Value::Bool(
                    other.chars().eq([char]) || other.eq_ignore_ascii_case(&char.to_string()),
                )
            }
            _ => return Err(self.no_method(target, call)),
        })
    }
}
