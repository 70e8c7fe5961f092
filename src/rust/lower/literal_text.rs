//! Where each byte of a text's value stands in the source.

use std::ops::Range;

use crate::run::diagnostic::{Lines, Span};

/// A text as it is written, escapes and all.
pub(super) struct Literal {
    /// The bytes of the source, quotes included.
    range: Range<usize>,
    /// For each byte of the value, and for its end, where it begins in the source; empty if that
    /// cannot be said.
    starts: Vec<usize>,
}

impl Literal {
    /// A literal at a place of the source, that means `value`.
    pub(super) fn new(lines: &Lines<'_>, range: Range<usize>, value: &str) -> Self {
        let starts = starts(lines.text(range.clone()), value).unwrap_or_default();
        let starts = starts.into_iter().map(|start| range.start + start).collect();
        Self { range, starts }
    }

    /// The whole literal.
    pub(super) fn span(&self, lines: &Lines<'_>) -> Span {
        lines.span(self.range.start, self.range.end)
    }

    /// Bytes of the value; the whole literal if it is not known where they stand.
    pub(super) fn part(&self, lines: &Lines<'_>, part: Range<usize>) -> Span {
        match (self.starts.get(part.start), self.starts.get(part.end)) {
            (Some(&start), Some(&end)) => lines.span(start, end),
            _ => self.span(lines),
        }
    }
}

fn starts(written: &str, value: &str) -> Option<Vec<usize>> {
    let open = written.find('"')? + 1;
    let close = written.rfind('"').filter(|&close| close >= open)?;
    let inside = &written[open..close];
    let mut starts = Vec::new();
    if written.starts_with('r') || inside == value {
        starts.extend(open..=close);
    } else {
        let mut rest = inside;
        while !rest.is_empty() {
            let at = close - rest.len();
            let (length, bytes) = escape(rest);
            starts.extend((0..bytes).map(|byte| at + if length == bytes { byte } else { 0 }));
            rest = &rest[length..];
        }
        starts.push(close);
    }
    (starts.len() == value.len() + 1).then_some(starts)
}

/// How many bytes the first letter takes in the source, and how many in the value.
fn escape(text: &str) -> (usize, usize) {
    let first = text.chars().next().map_or(1, char::len_utf8);
    let Some(escaped) = text.strip_prefix('\\') else { return (first, first) };
    match escaped.as_bytes().first() {
        Some(b'x') => (4.min(text.len()), 1),
        Some(b'u') => {
            let end = text.find('}').map_or(text.len(), |end| end + 1);
            let digits = text[2..end].trim_matches(['{', '}']).replace('_', "");
            let char = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
            (end, char.map_or(1, char::len_utf8))
        }
        // The end of the line, and the blanks after it, mean nothing.
        Some(b'\n' | b'\r') => (text.len() - escaped.trim_start().len(), 0),
        _ => (2.min(text.len()), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(source: &str, value: &str, of: &str) -> String {
        let lines = Lines::new(source);
        let literal = Literal::new(&lines, 0..source.len(), value);
        let at = value.find(of).unwrap();
        let span = literal.part(&lines, at..at + of.len());
        source[span.start as usize..span.end as usize].to_owned()
    }

    #[test]
    fn a_part_of_a_text_is_found_behind_escapes() {
        assert_eq!(part(r#""a {b}""#, "a {b}", "b"), "b");
        assert_eq!(part(r#""\n\x41\u{e9}é{b}""#, "\nAéé{b}", "{b}"), "{b}");
        assert_eq!(part("\"a\\\n    {b}\"", "a{b}", "b"), "b");
        assert_eq!(part(r##"r#"\n{b}"#"##, "\\n{b}", "b"), "b");
    }

    #[test]
    fn a_text_that_is_not_understood_is_shown_as_a_whole() {
        assert_eq!(part(r#""\q{b}""#, "something {b}", "b"), r#""\q{b}""#);
    }
}
