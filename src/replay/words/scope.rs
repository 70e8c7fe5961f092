//! What a scope is called in a sentence.

use crate::replay::Replay;

use super::text::name;

/// A scope of the program, as a sentence names it.
#[derive(Clone)]
pub(super) struct ScopeName {
    /// `step`, `block`, `for`.
    label: String,
    /// Which turn of a loop it is, 0 where that is not known.
    turn: u8,
    /// Where it begins, 0 where that is not known.
    line: u16,
    /// Where it ends, 0 where that is not known.
    last_line: u16,
}

/// What kind of scope a label stands for.
enum Form {
    /// A function, a method, or whatever else has a name of its own.
    Named,
    /// One turn of a loop.
    Turn,
    /// The block that belongs to a keyword.
    Keyword(&'static str),
    /// A block without a keyword, a closure.
    Plain(&'static str),
}

impl ScopeName {
    /// The name of a scope, by its index.
    pub(super) fn of(replay: &Replay, index: usize) -> Self {
        let scope = &replay.facts.scopes.list[index];
        let label = replay.journal.text(scope.label).to_owned();
        Self { label, turn: scope.turn, line: scope.line, last_line: scope.last_line }
    }

    fn form(&self) -> Form {
        match self.label.as_str() {
            "for" | "while" | "loop" => Form::Turn,
            "if" | "else" | "unsafe" | "const" => Form::Keyword("block"),
            "match" => Form::Keyword("arm"),
            "block" => Form::Plain("block"),
            "closure" => Form::Plain("closure"),
            _ => Form::Named,
        }
    }

    /// Whether it is a function, so that somebody has called it.
    pub(super) fn is_called(&self) -> bool {
        matches!(self.form(), Form::Named | Form::Plain("closure"))
    }

    /// The type whose `drop` it is, as code.
    pub(super) fn dropped_type(&self) -> Option<String> {
        self.label.strip_suffix("::drop").map(name)
    }

    /// `step`, `the block on line 7`, `the for loop on line 15`.
    pub(super) fn noun(&self) -> String {
        let on = self.on_line();
        match self.form() {
            Form::Named => name(&self.label),
            Form::Turn if self.label == "loop" => format!("the `loop`{on}"),
            Form::Turn => format!("the `{}` loop{on}", self.label),
            Form::Keyword(part) => format!("the `{}` {part}{on}", self.label),
            Form::Plain(word) => format!("the {word}{on}"),
        }
    }

    /// The same, where a turn of a loop counts for itself: `turn 2 of the for loop on line 15`.
    pub(super) fn turn(&self) -> String {
        match (self.form(), self.turn) {
            (Form::Turn, 0) => format!("a turn of {}", self.noun()),
            (Form::Turn, turn) => format!("turn {turn} of {}", self.noun()),
            _ => self.noun(),
        }
    }

    /// Its end: `the end of the block (line 11)`.
    pub(super) fn end(&self) -> String {
        match self.last_line {
            0 => format!("the end of {}", self.turn()),
            // One line is enough to find it.
            line => format!("the end of {} (line {line})", Self { line: 0, ..self.clone() }.turn()),
        }
    }

    /// Where it ends, as ` (line 20)`; nothing where that is not known.
    pub(super) fn last_line(&self) -> String {
        match self.last_line {
            0 => String::new(),
            line => format!(" (line {line})"),
        }
    }

    fn on_line(&self) -> String {
        match self.line {
            0 => String::new(),
            line => format!(" on line {line}"),
        }
    }
}
