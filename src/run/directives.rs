//! The world's settings, named in comments at the top of a program: `//@ handles: 4`.

use super::diagnostic::{Diagnostic, Lines, Span};
use crate::world::{Disk, ErrorKind, Fault, HandleKind, Operation, World};

/// What the `//@` lines of a program say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directives {
    /// `//@ title: One file`
    pub title: Option<String>,
    /// `//@ say: a sentence`
    pub say: Option<String>,
    /// `//@ try: what to try next, at the end of the scenario`
    pub try_next: Option<String>,
    handles: Option<usize>,
    locks: Option<usize>,
    /// Bytes.
    disk: Option<u64>,
    directories: Vec<String>,
    files: Vec<(String, String)>,
    faults: Vec<Fault>,
}

const FORMS: &str = "`title: …`, `say: …`, `try: …`, `handles: 4`, `locks: 1`, `disk: 64 B`, \
    `file PATH: CONTENT`, `dir PATH`, `fail OPERATION NTH: ERROR`";

impl Directives {
    /// Reads the directives of a source, wherever they stand; a `//@` line that is none of them is a
    /// diagnostic.
    pub fn of(source: &str) -> (Self, Vec<Diagnostic>) {
        let lines = Lines::new(source);
        let mut directives = Self::default();
        let mut diagnostics = Vec::new();
        let read = source.lines().filter_map(Directive::of);
        diagnostics.extend(read.filter_map(|line| directives.read(&line, &lines).err()));
        (directives, diagnostics)
    }

    /// A world as the directives want it, with the files that they name, or with those of a disk in
    /// place of them: this is where it is decided what a program finds.
    ///
    /// Directives that contradict each other (a file where a directory is) are as if the later one
    /// were not there.
    pub fn world(&self, disk: Option<&Disk>) -> World {
        let mut world = World::new();
        match disk {
            Some(disk) => {
                let _ = world.install_disk(disk);
            }
            None => self.install_files(&mut world),
        }
        if let Some(handles) = self.handles {
            world.set_limit(HandleKind::File, handles);
        }
        if let Some(locks) = self.locks {
            world.set_limit(HandleKind::Lock, locks);
        }
        if let Some(disk) = self.disk {
            world.set_disk_size(disk);
        }
        for fault in &self.faults {
            world.add_fault(*fault);
        }
        world
    }

    fn install_files(&self, world: &mut World) {
        for path in &self.directories {
            let _ = world.install_dir(path);
        }
        for (path, content) in &self.files {
            let _ = world.install(path, content.as_bytes());
        }
    }

    fn read(&mut self, directive: &Directive<'_>, lines: &Lines<'_>) -> Result<(), Diagnostic> {
        let Directive { text, word, rest, value, .. } = *directive;
        // What is missing has no place: the whole line has one.
        let at = |part: &str| lines.part(if part.is_empty() { text } else { part });
        match word {
            "title" => self.title = Some(value.to_owned()),
            "say" => self.say = Some(value.to_owned()),
            "try" => self.try_next = Some(value.to_owned()),
            "handles" => self.handles = Some(number(value, at(value))?),
            "locks" => self.locks = Some(number(value, at(value))?),
            "disk" => self.disk = Some(bytes(value, at(value))?),
            "dir" if !rest.is_empty() => self.directories.push(rest.to_owned()),
            "dir" if !value.is_empty() => self.directories.push(value.to_owned()),
            "file" | "dir" if rest.is_empty() => {
                let message = format!("it is not said which {word}");
                let hint = "for example `//@ file data.csv: 1,2` or `//@ dir logs`";
                return Err(Diagnostic::wrong(at(word), message).hint(hint));
            }
            "file" => self.files.push((rest.to_owned(), unescaped(value))),
            "fail" => self.faults.push(fault(rest, value, at)?),
            _ => {
                let message = format!("there is no directive `{word}`");
                let hint = format!("the directives are {FORMS}");
                return Err(Diagnostic::wrong(at(word), message).hint(hint));
            }
        }
        Ok(())
    }
}

/// A `//@` line in its parts, all without the spaces around them: `//@ WORD REST: VALUE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Directive<'s> {
    /// All of it.
    pub(super) text: &'s str,
    pub(super) word: &'s str,
    pub(super) rest: &'s str,
    pub(super) value: &'s str,
    /// Whether there is a colon.
    pub(super) has_value: bool,
}

impl<'s> Directive<'s> {
    /// The directive in a line; nothing if there is none.
    pub(super) fn of(line: &'s str) -> Option<Self> {
        let text = line.trim().strip_prefix("//@")?.trim();
        let parts = text.split_once(':');
        // Where there is no value, its place is the end.
        let (head, value) = parts.unwrap_or((text, &text[text.len()..]));
        let head = head.trim();
        let (word, rest) = head.split_once(' ').unwrap_or((head, ""));
        let value = if value.trim().is_empty() { &text[text.len()..] } else { value.trim() };
        Some(Self { text, word, rest: rest.trim(), value, has_value: parts.is_some() })
    }
}

fn number(text: &str, span: Span) -> Result<usize, Diagnostic> {
    text.parse().map_err(|_| {
        Diagnostic::wrong(span, format!("expected a number, found `{text}`"))
            .hint("for example `//@ handles: 4`")
    })
}

fn bytes(text: &str, span: Span) -> Result<u64, Diagnostic> {
    let (amount, unit) = text.split_once(' ').unwrap_or((text, "B"));
    let factor = match unit.trim() {
        "B" => 1,
        "KB" | "KiB" => 1 << 10,
        "MB" | "MiB" => 1 << 20,
        _ => 0,
    };
    match amount.parse::<u64>() {
        Ok(amount) if factor > 0 => Ok(amount.saturating_mul(factor)),
        _ => Err(Diagnostic::wrong(span, format!("expected a size, found `{text}`"))
            .hint("for example `//@ disk: 64 B` or `//@ disk: 4 KiB`")),
    }
}

fn fault(call: &str, error: &str, at: impl Fn(&str) -> Span) -> Result<Fault, Diagnostic> {
    let list = |names: Vec<&str>| names.join("`, `");
    let (name, nth) = call.split_once(' ').unwrap_or((call, "1"));
    let Some(operation) = Operation::from_name(name) else {
        let names = Operation::ALL.iter().map(|operation| operation.name()).collect();
        return Err(Diagnostic::wrong(at(name), format!("there is no operation `{name}`"))
            .hint(format!("the operations are `{}`", list(names))));
    };
    let Some(error) = ErrorKind::from_name(error) else {
        let names = ErrorKind::ALL.iter().map(|kind| kind.name()).collect();
        return Err(Diagnostic::wrong(at(error), format!("there is no error `{error}`"))
            .hint(format!("the errors are `{}`", list(names))));
    };
    let nth = nth.trim();
    let nth = nth.parse().map_err(|_| {
        Diagnostic::wrong(at(nth), format!("expected a number, found `{nth}`"))
            .hint("for example `//@ fail write 3: no space`")
    })?;
    Ok(Fault { operation, nth, error })
}

/// `\n`, `\t` and `\\` as in a Rust text; anything else stays as it is.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            plain.push(char);
            continue;
        }
        match chars.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('\\') => plain.push('\\'),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}
