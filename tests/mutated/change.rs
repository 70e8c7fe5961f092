//! Ways to spoil a program.

use super::words::words;

/// What is put into a program at random: pieces that mean something.
const PIECES: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    ".",
    "&",
    "&mut ",
    "*",
    "?",
    "!",
    "..",
    "=",
    "==",
    "=>",
    "->",
    "::",
    "|",
    "||",
    "&&",
    "<",
    ">",
    "-",
    "+",
    "0",
    "1",
    "-1",
    "255u8",
    "1.5",
    "'x'",
    "\"text\"",
    "\"{}\"",
    "self",
    "Self",
    "drop",
    "let ",
    "mut ",
    "move ",
    "ref ",
    "fn ",
    "if ",
    "else ",
    "match ",
    "loop ",
    "while ",
    "for ",
    "in ",
    "return ",
    "break ",
    "continue ",
    "'a: ",
    "panic!()",
    "vec![]",
    "None",
    "Some(1)",
    "Ok(())",
    "Err(1)",
    "_",
    "x",
    "main",
    "main()",
    "usize::MAX",
    "i32::MIN",
    ".unwrap()",
    ".len()",
    ".clone()",
    ".pop()",
    ".iter()",
    "struct S;",
    "impl Drop for S {}",
    "Box::new(1)",
    "Rc::new(1)",
    "as u8",
    "as f32",
    "impl ",
    "trait ",
    "enum ",
    "const ",
    "where ",
    "dyn ",
    "..=",
    "@ ",
    "#[derive(Clone)]",
    "//@ handles: 1\n",
    "//@ disk: 3 B\n",
];

/// Numbers at the edges of the types.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "127",
    "128",
    "255",
    "256",
    "2147483647",
    "2147483648",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "340282366920938463463374607431768211455",
    "99999999999999999999999999999999999999999999999999",
    "1_000_000_000",
    "0xffff_ffff_ffff_ffff",
    "1e308",
    "1e400",
    "-0.0",
    "0.1f32",
    "1u64",
    "1i8",
    "65usize",
];

/// Letters that editors, other scripts and mistakes bring along.
const LETTERS: &[&str] = &[
    "é",
    "ß",
    "漢",
    "😀",
    "👩‍🚀",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{2028}",
    "\u{301}",
    "\0",
    "\r",
    "\r\n",
    "\t",
    "\u{1b}[31m",
    "“",
    "’",
    "…",
    "·",
    "\u{a0}",
    "\\",
    "\"",
    "'",
    "`",
    "$",
    "~",
];

/// One change of a text. Numbers are taken modulo what there is.
#[derive(Debug, Clone)]
pub enum Change {
    /// A piece goes in before a word.
    Insert(usize, usize),
    /// A word gives way to a piece.
    Replace(usize, usize),
    /// Words from one on are gone, so many.
    Remove(usize, usize),
    /// A word is there twice.
    Repeat(usize),
    /// A word gives way to another word of the same program.
    Copy(usize, usize),
    /// A word gives way to a word of another program.
    Borrow(usize, usize, usize),
    Swap(usize, usize),
    /// A line is there a second time, somewhere else.
    Line(usize, usize),
    /// Lines of another program go in before a line: the program, where from, how many, where to.
    Splice(usize, usize, usize, usize),
    /// What is before a word goes on with what is after a word of another program.
    Cross(usize, usize, usize),
    /// A name becomes another name of the same program, so that the rest still makes sense.
    Rename(usize, usize),
    /// A number becomes one at the edge of some type.
    Extreme(usize, usize),
    /// The text ends early.
    Cut(usize),
    /// A letter goes in, anywhere.
    Letter(usize, usize),
}

/// A text with its changes. `others` are the texts that it may borrow from.
pub fn changed(text: &str, changes: &[Change], others: &[String]) -> String {
    changes.iter().fold(text.to_owned(), |text, change| apply(&text, change, others))
}

fn apply(text: &str, change: &Change, others: &[String]) -> String {
    let mut words = words(text);
    if words.is_empty() {
        words.push(String::new());
    }
    let at = |at: usize| at % words.len();
    let other = |index: usize| &others[index % others.len()];
    match *change {
        Change::Insert(before, piece) => {
            let before = at(before);
            words.insert(before, PIECES[piece % PIECES.len()].to_owned());
        }
        Change::Replace(word, piece) => {
            let word = at(word);
            words[word] = PIECES[piece % PIECES.len()].to_owned();
        }
        Change::Remove(from, count) => {
            let from = at(from);
            words.drain(from..(from + 1 + count % 6).min(words.len()));
        }
        Change::Repeat(word) => {
            let word = at(word);
            words.insert(word, words[word].clone());
        }
        Change::Copy(word, from) => {
            let (word, from) = (at(word), at(from));
            words[word] = words[from].clone();
        }
        Change::Borrow(word, program, from) => {
            let (word, theirs) = (at(word), self::words(other(program)));
            words[word] = theirs[from % theirs.len()].clone();
        }
        Change::Swap(one, other) => {
            let (one, other) = (at(one), at(other));
            words.swap(one, other);
        }
        Change::Line(from, to) => return splice(text, to, text, from, 1),
        Change::Splice(program, from, count, to) => {
            return splice(text, to, other(program), from, 1 + count % 8);
        }
        Change::Cross(before, program, after) => {
            let (before, theirs) = (at(before), self::words(other(program)));
            words.truncate(before);
            words.extend_from_slice(&theirs[after % theirs.len()..]);
        }
        Change::Rename(which, with) => {
            let names = all_that(&words, |c| c.is_alphabetic() || c == '_');
            if let Some(&name) = names.get(which % names.len().max(1)) {
                words[name] = words[names[with % names.len()]].clone();
            }
        }
        Change::Extreme(which, number) => {
            let numbers = all_that(&words, |c| c.is_ascii_digit());
            if let Some(&word) = numbers.get(which % numbers.len().max(1)) {
                words[word] = NUMBERS[number % NUMBERS.len()].to_owned();
            }
        }
        Change::Cut(end) => return text.chars().take(end % (text.len() + 1)).collect(),
        Change::Letter(before, letter) => {
            let mut chars: Vec<_> = text.chars().map(String::from).collect();
            chars.insert(before % (chars.len() + 1), LETTERS[letter % LETTERS.len()].to_owned());
            return chars.concat();
        }
    }
    words.concat()
}

/// The words that begin with such a letter.
fn all_that(words: &[String], begins: impl Fn(char) -> bool) -> Vec<usize> {
    let fits = |index: &usize| words[*index].starts_with(&begins);
    (0..words.len()).filter(fits).collect()
}

/// A text with lines of another one before one of its lines.
fn splice(text: &str, to: usize, other: &str, from: usize, count: usize) -> String {
    let mut lines: Vec<_> = text.split_inclusive('\n').collect();
    let others: Vec<_> = other.split_inclusive('\n').collect();
    let from = from % others.len().max(1);
    let to = to % (lines.len() + 1);
    let taken = others.iter().skip(from).take(count).copied();
    lines.splice(to..to, taken);
    lines.concat()
}
