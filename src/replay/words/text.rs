//! Texts of a program, set into a sentence: one line, not too long, between backticks.

use crate::journal::visible_line;

/// At most so many characters of a name or path are shown.
const NAME_SHOWN: usize = 64;
/// At most so many characters of an error or a panic's message are shown.
const MESSAGE_SHOWN: usize = 160;
/// At most so many characters of what was written or printed are shown.
const CONTENT_SHOWN: usize = 48;

/// A text without line breaks and other characters that are not seen.
pub(super) fn one_line(text: &str) -> String {
    visible_line(text).into_owned()
}

/// A variable, file or function.
pub(super) fn name(text: &str) -> String {
    code(&shortened(text, NAME_SHOWN))
}

/// An error, or the message of a panic.
pub(super) fn message(text: &str) -> String {
    code(&shortened(text, MESSAGE_SHOWN))
}

/// What was written or printed. A backslash in it is doubled, since line breaks are shown by one.
pub(super) fn content(text: &str) -> String {
    code(&shortened(&text.replace('\\', "\\\\"), CONTENT_SHOWN))
}

/// A sentence of the record itself, as it ends the description of a program's end.
pub(super) fn remark(text: &str) -> String {
    one_line(&shortened(text, MESSAGE_SHOWN))
}

/// Between backticks. One inside would end the code, so it becomes an apostrophe.
fn code(text: &str) -> String {
    let text = one_line(text).replace('`', "'");
    if text.is_empty() { "`\"\"`".to_owned() } else { format!("`{text}`") }
}

/// The beginning of a text that is too long.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// With a capital at the beginning, where that is a word.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(items: &[String]) -> String {
    joined(items, " and ")
}

/// `a`, `a, then b`, `a, b, then c`.
pub(super) fn in_order(items: &[String]) -> String {
    joined(items, ", then ")
}

fn joined(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{}{last}{end}", first.join(", ")),
    }
}

/// Sentences, one after the other; those that say nothing are left out.
pub(super) fn sentences(all: &[&str]) -> String {
    let said: Vec<_> = all.iter().copied().filter(|sentence| !sentence.is_empty()).collect();
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_program_is_one_line_of_code() {
        assert_eq!(name("a.txt"), "`a.txt`");
        assert_eq!(name(""), "`\"\"`");
        assert_eq!(message("two\nlines and a `tick`"), "`two\\nlines and a 'tick'`");
        assert_eq!(content("a\\b\n"), "`a\\\\b\\n`");
        assert_eq!(content(&"x".repeat(60)), format!("`{}…`", "x".repeat(48)));
    }

    #[test]
    fn items_are_listed_as_in_a_sentence() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!([listed(&items[..1]), listed(&items)], ["a", "a, b and c"]);
        assert_eq!([in_order(&items[..2]), in_order(&items)], ["a, then b", "a, b, then c"]);
    }
}
