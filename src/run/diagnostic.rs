//! What is said about a program: a fact, its place, a way out.

use std::fmt::Write as _;

/// Whose fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// The program is wrong: `rustc` would refuse it too.
    Wrong,
    /// The program is fine, but outside of the part of Rust that the playground runs.
    NotSupported,
    /// The playground has a bug.
    Bug,
    /// The program ran into a cap and was stopped.
    Stopped,
}

impl Category {
    /// The word a rendering begins with.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wrong => "error",
            Self::NotSupported => "not supported",
            Self::Bug => "our bug",
            Self::Stopped => "stopped",
        }
    }
}

/// A range of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte in characters, from 1.
    pub column: u32,
}

/// One thing that is to be said about a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whose fault it is.
    pub category: Category,
    /// `rustc`'s code for it (`E0382`), if it has one.
    pub code: Option<&'static str>,
    /// The fact: lower case, no full stop.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What is to be said at that place, a fragment; may be empty.
    pub label: String,
    /// Other places that belong to it, and what to say there.
    pub notes: Vec<(Span, String)>,
    /// A way out.
    pub hint: Option<String>,
}

impl Diagnostic {
    fn new(category: Category, span: Span, message: impl Into<String>) -> Self {
        Self {
            category,
            code: None,
            message: message.into(),
            span,
            label: String::new(),
            notes: Vec::new(),
            hint: None,
        }
    }

    pub(crate) fn wrong(span: Span, message: impl Into<String>) -> Self {
        Self::new(Category::Wrong, span, message)
    }

    pub(crate) fn not_supported(span: Span, message: impl Into<String>) -> Self {
        Self::new(Category::NotSupported, span, message)
    }

    pub(crate) fn stopped(span: Span, message: impl Into<String>) -> Self {
        Self::new(Category::Stopped, span, message)
    }

    pub(crate) fn bug(span: Span, message: impl Into<String>) -> Self {
        Self::new(Category::Bug, span, message)
    }

    pub(crate) fn code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    pub(crate) fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    pub(crate) fn note(mut self, span: Span, text: impl Into<String>) -> Self {
        self.notes.push((span, text.into()));
        self
    }

    /// The diagnostic as text, in the manner of `rustc`. `file` is the name to show.
    pub fn render(&self, file: &str, source: &str) -> String {
        let code = self.code.map_or(String::new(), |code| format!("[{code}]"));
        let mut text = format!("{}{code}: {}\n", self.category.name(), self.message);
        let _ = writeln!(text, " --> {file}:{}:{}", self.span.line, self.span.column);
        let main = (self.span, self.label.as_str(), '^');
        let notes = self.notes.iter().map(|(span, note)| (*span, note.as_str(), '-'));
        let mut marks: Vec<_> = notes.chain([main]).collect();
        marks.sort_by_key(|(span, ..)| (span.line, span.column));
        let width = marks.last().map_or(1, |(span, ..)| span.line.to_string().len());
        let mut shown = 0;
        let _ = writeln!(text, "{:width$} |", "");
        for (span, label, mark) in marks {
            let Some(line) = source.lines().nth(span.line.saturating_sub(1) as usize) else {
                continue;
            };
            if span.line != shown {
                let _ = writeln!(text, "{:>width$} | {line}", span.line);
                shown = span.line;
            }
            let column = span.column.saturating_sub(1) as usize;
            let marked = source.get(span.start as usize..span.end as usize).unwrap_or("");
            let length = marked.lines().next().unwrap_or("").chars().count().max(1);
            let marks = mark.to_string().repeat(length);
            let row = format!("{:width$} | {:column$}{marks} {label}", "", "");
            let _ = writeln!(text, "{}", row.trim_end());
        }
        if let Some(hint) = &self.hint {
            let _ = writeln!(text, "{:width$} = help: {hint}", "");
        }
        text
    }
}

/// Where the lines of a source begin.
#[derive(Debug, Clone)]
pub(crate) struct Lines<'s> {
    source: &'s str,
    starts: Vec<u32>,
}

impl<'s> Lines<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        let after = source.match_indices('\n').map(|(at, _)| at as u32 + 1);
        Self { source, starts: std::iter::once(0).chain(after).collect() }
    }

    pub(crate) fn source(&self) -> &'s str {
        self.source
    }

    /// The source at a byte range.
    pub(crate) fn text(&self, range: std::ops::Range<usize>) -> &'s str {
        self.source.get(range).unwrap_or("")
    }

    /// The span of a piece of the source, which must be a part of it.
    pub(crate) fn part(&self, part: &str) -> Span {
        let start = part.as_ptr().addr().saturating_sub(self.source.as_ptr().addr());
        self.span(start, start + part.len())
    }

    /// The span of a byte range, with its line and column. A byte in the middle of a letter stands for
    /// the letter.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let start = self.source.floor_char_boundary(start);
        let line = self.starts.partition_point(|&at| at as usize <= start);
        let before = &self.source[self.starts[line - 1] as usize..start];
        let column = before.chars().count() as u32 + 1;
        Span { start: start as u32, end: end.max(start) as u32, line: line as u32, column }
    }
}
