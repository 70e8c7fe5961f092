//! What is wrong with a text that is no program: brackets, quotes, and words where others belong.
//!
//! The parser says what it expected. Here that becomes what `rustc` would say, with what was found
//! instead, and a word for those who come from another language.

use std::ops::Range;

use crate::run::diagnostic::{Diagnostic, Lines};

/// What is wrong with a text that cannot even be divided into words. `at`: where that failed.
pub(in crate::rust) fn lexical(lines: &Lines<'_>, at: usize) -> Diagnostic {
    let mut scan = Scan { lines, at: 0, open: Vec::new() };
    if let Some(diagnostic) = scan.first_mistake() {
        return diagnostic;
    }
    let at = lines.source().floor_char_boundary(at);
    match lines.source()[at..].chars().next() {
        Some(char) => {
            let span = lines.span(at, at + char.len_utf8());
            Diagnostic::wrong(span, format!("unknown start of token: `{char}`"))
        }
        None => Diagnostic::wrong(lines.span(at, at), "the program ends too early"),
    }
}

/// What the parser expected, as a diagnostic.
pub(in crate::rust) fn parse(lines: &Lines<'_>, error: &syn::Error) -> Vec<Diagnostic> {
    let source = lines.source();
    let each = error.into_iter().map(|error| {
        let range = error.span().byte_range();
        // What is missing at the end has no place of its own.
        let end = source.trim_end().len();
        let range = if range.is_empty() && range.start == 0 { end..end } else { range };
        expected(lines, &error.to_string(), range)
    });
    each.collect()
}

fn expected(lines: &Lines<'_>, message: &str, range: Range<usize>) -> Diagnostic {
    let source = lines.source();
    let message = message.trim_start_matches("unexpected token, ");
    let (message, ends) = match message.strip_prefix("unexpected end of input, ") {
        Some(message) => (message, true),
        None => (message, false),
    };
    let found = lines.text(range.clone()).lines().next().unwrap_or_default();
    // The end of the program is shown at its last letter.
    let (found, range) = match (ends && found.is_empty(), source[..range.start].chars().last()) {
        (true, Some(last)) => ("", range.start - last.len_utf8()..range.start),
        _ => (found, range),
    };
    let before = source.get(..range.start).unwrap_or_default().trim_end();
    let last_word = before.rsplit(|c: char| !is_letter(c)).next().unwrap_or_default();
    let at = lines.span(range.start, range.end);
    if let Some(twice) = ["++", "--"]
        .iter()
        .find(|twice| format!("{before}{found}").ends_with(*twice) || before.ends_with(*twice))
    {
        let end = if before.ends_with(twice) { before.len() } else { range.start + 1 };
        let (name, instead) =
            if *twice == "++" { ("increment", "+= 1") } else { ("decrement", "-= 1") };
        let span = lines.span(end.saturating_sub(2), end);
        return Diagnostic::wrong(span, format!("Rust has no postfix {name} operator"))
            .label("not a valid postfix operator")
            .hint(format!("use `{instead}` instead"));
    }
    let ends = found.is_empty();
    let found_text = if ends { "the end".to_owned() } else { format!("`{found}`") };
    let foreign = foreign(last_word).or_else(|| foreign(found));
    let diagnostic = match message {
        "expected `;`" if foreign.is_none() => {
            let end = before.len();
            Diagnostic::wrong(lines.span(end, end), format!("expected `;`, found {found_text}"))
                .label("add `;` here")
                .note(at, "unexpected token")
        }
        "expected curly braces" => {
            Diagnostic::wrong(at, format!("expected `{{`, found {found_text}"))
                .label("expected `{`")
                .hint("a body stands in braces: `{ … }`")
        }
        "expected `:`" => Diagnostic::wrong(at, format!("expected `:`, found {found_text}"))
            .label("expected `:`")
            .hint("a parameter and a field have a type: `name: i32`"),
        message if message.contains("identifier") && is_keyword(found) => {
            Diagnostic::wrong(at, format!("expected identifier, found keyword `{found}`"))
                .label("expected identifier, found keyword")
                .hint("choose a name that means nothing in the language")
        }
        message if message.starts_with("expected one of: identifier, `::`, `<`, `_`") => {
            let message = format!("expected pattern, found {found_text}");
            Diagnostic::wrong(at, message).label("expected pattern")
        }
        message if message.starts_with("expected ") => {
            let what = message.trim_start_matches("expected one of: ");
            let what = what.trim_start_matches("expected ");
            let one_of = if message.starts_with("expected one of: ") { "one of " } else { "" };
            Diagnostic::wrong(at, format!("expected {one_of}{what}, found {found_text}"))
                .label(format!("expected {one_of}{what}"))
        }
        message => Diagnostic::wrong(at, message),
    };
    match foreign {
        Some((word, instead)) => diagnostic.hint(format!("write {instead} instead of `{word}`")),
        None => diagnostic,
    }
}

/// Words of other languages, and what stands for them.
fn foreign(word: &str) -> Option<(&str, &'static str)> {
    let instead = match word {
        "and" => "`&&`",
        "or" => "`||`",
        "not" => "`!`",
        "elif" | "elsif" => "`else if`",
        "def" | "func" | "function" => "`fn`",
        "class" => "`struct`",
        "var" => "`let` or `let mut`",
        "except" | "catch" => "`match` on a `Result`",
        "switch" => "`match`",
        _ => return None,
    };
    Some((word, instead))
}

fn is_keyword(word: &str) -> bool {
    !word.is_empty() && word.chars().all(is_letter) && syn::parse_str::<syn::Ident>(word).is_err()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Goes through a text bracket by bracket, over quotes and comments.
struct Scan<'s> {
    lines: &'s Lines<'s>,
    at: usize,
    /// The brackets that are open, each with its place.
    open: Vec<(char, usize)>,
}

impl<'s> Scan<'s> {
    fn rest(&self) -> &'s str {
        self.lines.source().get(self.at..).unwrap_or_default()
    }

    fn first_mistake(&mut self) -> Option<Diagnostic> {
        while let Some(char) = self.rest().chars().next() {
            let start = self.at;
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                match rest.find("*/") {
                    Some(end) => self.at += end + 2,
                    None => {
                        let span = self.lines.span(start, self.lines.source().len());
                        let message = "unterminated block comment";
                        let diagnostic = Diagnostic::wrong(span, message).code("E0758");
                        return Some(diagnostic.hint("close it with `*/`"));
                    }
                }
            } else if char == '"' {
                if !self.skip_text() {
                    let span = self.lines.span(start, self.lines.source().len());
                    let message = "unterminated double quote string";
                    let diagnostic = Diagnostic::wrong(span, message).code("E0765");
                    return Some(diagnostic.hint("close it with `\"`"));
                }
            } else if char == '\'' {
                if let Some(diagnostic) = self.quote() {
                    return Some(diagnostic);
                }
            } else if char == 'r' && (rest.starts_with("r\"") || rest.starts_with("r#")) {
                self.skip_raw_text();
            } else if is_letter(char) {
                self.at += rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
            } else {
                self.at += char.len_utf8();
                if let Some(diagnostic) = self.bracket(char, start) {
                    return Some(diagnostic);
                }
            }
        }
        self.unclosed()
    }

    /// Goes over a text; answers whether it ends.
    fn skip_text(&mut self) -> bool {
        let mut escaped = false;
        for (index, char) in self.rest().char_indices().skip(1) {
            if char == '"' && !escaped {
                self.at += index + 1;
                return true;
            }
            escaped = char == '\\' && !escaped;
        }
        false
    }

    fn skip_raw_text(&mut self) {
        let rest = self.rest();
        let hashes = rest[1..].chars().take_while(|&c| c == '#').count();
        let end = format!("\"{}", "#".repeat(hashes));
        let begins = rest[1 + hashes..].starts_with('"');
        let inside = 2 + hashes;
        self.at += match rest.get(inside..).and_then(|inside| inside.find(&end)) {
            Some(length) if begins => inside + length + end.len(),
            _ => 1,
        };
    }

    /// A letter in quotes, the name of a lifetime or label, or a text in the wrong quotes.
    fn quote(&mut self) -> Option<Diagnostic> {
        let rest = &self.rest()[1..];
        let escape = rest.starts_with('\\');
        let end = rest.char_indices().skip(1 + usize::from(escape)).find(|(_, c)| *c == '\'');
        let end = end.map(|(index, _)| index).filter(|&end| !rest[..end].contains('\n'));
        let word = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        match end {
            Some(end) if escape || rest[..end].chars().count() == 1 => self.at += end + 2,
            Some(end) if word == end => {
                let span = self.lines.span(self.at, self.at + end + 2);
                let message = "character literal may only contain one codepoint";
                return Some(
                    Diagnostic::wrong(span, message)
                        .hint("a text stands in double quotes: `\"…\"`"),
                );
            }
            _ => self.at += 1 + word,
        }
        None
    }

    fn bracket(&mut self, char: char, at: usize) -> Option<Diagnostic> {
        match char {
            '(' | '[' | '{' => self.open.push((char, at)),
            ')' | ']' | '}' => {
                let here = self.lines.span(at, at + 1);
                let Some((opened, from)) = self.open.pop() else {
                    let message = format!("unexpected closing delimiter: `{char}`");
                    let diagnostic = Diagnostic::wrong(here, message);
                    return Some(diagnostic.label("unexpected closing delimiter"));
                };
                if closing(opened) != char {
                    let message = format!("mismatched closing delimiter: `{char}`");
                    let diagnostic = Diagnostic::wrong(here, message)
                        .label("mismatched closing delimiter")
                        .note(self.lines.span(from, from + 1), "unclosed delimiter");
                    let missing = closing(opened);
                    return Some(diagnostic.hint(format!("close it with `{missing}` before")));
                }
            }
            _ => {}
        }
        None
    }

    fn unclosed(&self) -> Option<Diagnostic> {
        /// The innermost ones are the ones to look at.
        const SHOWN: usize = 2;
        let (last, _) = self.open.last()?;
        let end = self.lines.source().trim_end().len();
        let message = "this file contains an unclosed delimiter";
        let mut diagnostic = Diagnostic::wrong(self.lines.span(end, end), message)
            .hint(format!("close it with `{}`", closing(*last)));
        for (_, at) in self.open.iter().rev().take(SHOWN).rev() {
            diagnostic = diagnostic.note(self.lines.span(*at, at + 1), "unclosed delimiter");
        }
        Some(diagnostic)
    }
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}
