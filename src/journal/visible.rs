//! Makes characters that are not seen visible: `\u{202e}`.
//!
//! A bidirectional control in the name of a file can make `exe.gpj` of it, and a zero-width one makes two
//! names look alike. So texts of a program are shown with such characters written out.

use std::borrow::Cow;

/// The characters that are written out, as ranges in order: controls, line and paragraph separators,
/// what Unicode calls default-ignorable, and format characters that have no form of their own.
const HIDDEN: &[(char, char)] = &[
    ('\u{0}', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// A text of several lines, with what is not seen written out. Line breaks and tabs stay.
///
/// A variation selector after a symbol stays as well: it says how an emoji looks, and hides nothing.
///
/// ```
/// use leakproof::journal::visible;
///
/// assert_eq!(visible("plain\n"), "plain\n");
/// assert_eq!(visible("a\u{202e}b\r\n"), "a\\u{202e}b\\r\n");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    written_out(text, |character| matches!(character, '\n' | '\t'))
}

/// The same for a place that has one line: line breaks and tabs are written out too.
///
/// ```
/// use leakproof::journal::visible_line;
///
/// assert_eq!(visible_line("two\nlines"), "two\\nlines");
/// ```
pub fn visible_line(text: &str) -> Cow<'_, str> {
    written_out(text, |_| false)
}

fn written_out(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    let mut before = ' ';
    let is_hidden = |(_, character): &(usize, char)| {
        let selects = is_selector(*character) && is_symbol(before);
        before = *character;
        is_hidden(*character) && !stays(*character) && !selects
    };
    let mut hidden = text.char_indices().filter(is_hidden).peekable();
    if hidden.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 16);
    let mut copied = 0;
    for (at, character) in hidden {
        written.push_str(&text[copied..at]);
        written.extend(character.escape_default());
        copied = at + character.len_utf8();
    }
    written.push_str(&text[copied..]);
    Cow::Owned(written)
}

fn is_hidden(character: char) -> bool {
    // Most characters are these.
    if matches!(character, ' '..='~') {
        return false;
    }
    let before = HIDDEN.partition_point(|range| range.1 < character);
    HIDDEN.get(before).is_some_and(|range| range.0 <= character)
}

/// Whether a character chooses between the two forms, text and emoji, of the symbol before it.
fn is_selector(character: char) -> bool {
    matches!(character, '\u{fe0e}' | '\u{fe0f}')
}

fn is_symbol(character: char) -> bool {
    !character.is_ascii()
        && !character.is_alphanumeric()
        && !character.is_whitespace()
        && !is_hidden(character)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex_syntax::hir::{Class, HirKind};

    /// The ranges of a class of characters, by the tables of another crate.
    fn class(pattern: &str) -> Vec<(char, char)> {
        let parsed = regex_syntax::parse(pattern).unwrap();
        let HirKind::Class(Class::Unicode(class)) = parsed.into_kind() else {
            panic!("{pattern} is no class");
        };
        class.ranges().iter().map(|range| (range.start(), range.end())).collect()
    }

    #[test]
    fn the_table_has_what_unicode_says() {
        let hidden = r"[\p{Cc}\p{Zl}\p{Zp}\p{DI}[\p{Cf}--\p{Prepended_Concatenation_Mark}]]";
        assert_eq!(HIDDEN, class(hidden));
        for (first, last) in class(r"\p{Bidi_Control}") {
            assert!((first..=last).all(is_hidden));
        }
    }

    #[test]
    fn what_is_not_seen_is_written_out() {
        assert_eq!(visible("photo\u{202e}gpj.exe"), "photo\\u{202e}gpj.exe");
        assert_eq!(
            visible("a\u{200b}b\u{feff}\0\u{1b}[31m"),
            "a\\u{200b}b\\u{feff}\\u{0}\\u{1b}[31m"
        );
        assert_eq!(visible("one\r\n\ttwo"), "one\\r\n\ttwo");
        assert_eq!(visible_line("one\r\n\ttwo"), "one\\r\\n\\ttwo");
    }

    #[test]
    fn what_is_seen_stays_and_is_not_copied() {
        for text in ["", "plain\n\ttext", "Größe → 3 µs", "日本語", "⚠\u{fe0f} done", "मानक हिन्दी"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn a_selector_stays_only_where_it_has_something_to_select() {
        assert_eq!(visible("a\u{fe0f}"), "a\\u{fe0f}");
        assert_eq!(visible("\u{fe0f}"), "\\u{fe0f}");
        assert_eq!(visible("⚠\u{fe0f}\u{fe0f}"), "⚠\u{fe0f}\\u{fe0f}");
    }

    proptest! {
        #[test]
        fn nothing_stays_hidden_and_nothing_else_changes(
            characters in proptest::collection::vec(prop_oneof![
                any::<char>(),
                (0..HIDDEN.len()).prop_map(|index| HIDDEN[index].0),
                proptest::char::range('a', 'c'),
            ], 0..40),
        ) {
            let text: String = characters.iter().collect();
            let line = visible_line(&text);
            prop_assert!(!line.chars().any(|shown| is_hidden(shown) && !is_selector(shown)));
            let expected: String = visible(&text).replace('\n', "\\n").replace('\t', "\\t");
            prop_assert_eq!(&line, &expected);
            let kept: String = characters.iter().filter(|&&kept| !is_hidden(kept)).collect();
            let mut rest = line.chars();
            prop_assert!(kept.chars().all(|wanted| rest.any(|found| found == wanted)));
        }
    }
}
