//! Events in words: one for the log, all of them for a terminal.

use std::fmt::Write;

use rustc_hash::FxHashMap;

use super::{
    Ending, Event, Exit, Journal, Kind, OpenMode, PathChange, ResourceId, ResourceKind, ScopeId,
    TextId, Way, visible_line,
};

/// At most so many characters of what was written or printed are quoted.
const QUOTED: usize = 48;
/// At most so many scopes are named in a line; of deeper nesting the innermost.
const SCOPES_NAMED: usize = 3;

/// What a sentence says of a resource or scope that its event alone does not know.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subject<'a> {
    /// The resource's path or name.
    pub name: &'a str,
    /// Whether it is a lock.
    pub is_lock: bool,
    /// The resource's handle; 0 for none.
    pub handle: u32,
    /// Nanoseconds at which it was acquired.
    pub opened: u64,
    /// The label of the scope in which the event happened.
    pub scope: &'a str,
}

/// What an event says beside its kind: `train.csv as handle 3 (write, created)`.
///
/// Always one line, whatever is in the texts.
pub fn sentence(journal: &Journal, event: &Event, subject: &Subject<'_>) -> String {
    let Subject { name, is_lock, handle, opened, scope } = *subject;
    let Event { amount, at, detail, .. } = *event;
    let text = one_line(journal.text(event.text));
    let name = one_line(name);
    let by = || Ending::from_code(detail).map_or("somebody", Ending::released_by);
    match event.kind {
        Kind::Acquiring => {
            let kind = ResourceKind::from_code(detail).map_or("resource", ResourceKind::name);
            format!("{kind} {text}")
        }
        Kind::Acquired => match mode_names(detail).join(", ").as_str() {
            "" => format!("{text} as handle {at}"),
            modes => format!("{text} as handle {at} ({modes})"),
        },
        Kind::AcquisitionFailed => concerning(&name, &text),
        Kind::Read => format!("{} from {name} at {at}", bytes(amount)),
        Kind::Written => {
            let quoted = quoted(&String::from_utf8_lossy(journal.bytes(event)));
            format!("{} to {name}, buffered: {quoted}", bytes(amount))
        }
        Kind::Flushed => format!("{} of {name} to the disk at {at}", bytes(amount)),
        Kind::OperationFailed if amount > 0 => {
            format!("{}; {} still buffered", concerning(&name, &text), bytes(amount))
        }
        Kind::OperationFailed => concerning(&name, &text),
        Kind::CleanUpStarted => format!("{name}, handle {handle}, by {}", by()),
        Kind::Released => {
            let open = milliseconds(event.time.saturating_sub(opened));
            format!("{name}, handle {handle}, by {}, open for {open} ms", by())
        }
        Kind::ReleaseFailed => {
            let error = concerning(&name, &text);
            let lost = if amount > 0 { format!("; {} lost", bytes(amount)) } else { String::new() };
            format!("{error}; handle {handle}, by {}{lost}", by())
        }
        Kind::PathChanged => match PathChange::from_code(detail) {
            Some(PathChange::Renamed) => {
                format!("{text} renamed to {}", one_line(journal.text(TextId(amount))))
            }
            change => format!("{text} {}", change.map_or("changed", PathChange::name)),
        },
        Kind::Slept => format!("{amount} ms"),
        Kind::Leaked => {
            let lost =
                if amount > 0 { format!("; {} buffered", bytes(amount)) } else { String::new() };
            format!("{name}, handle {handle} was never released{lost}")
        }
        Kind::Reaped => {
            let lost = if amount > 0 { format!("; {} lost", bytes(amount)) } else { String::new() };
            let free = if is_lock { ", free again" } else { "" };
            format!("{name}, handle {handle} closed by the world{free}{lost}")
        }
        Kind::DiskCarriedOn => {
            let what = if text.is_empty() { "nothing".to_owned() } else { text };
            format!(
                "from the run before, with {what} ({}); run {} on this disk",
                bytes(amount),
                at + 1
            )
        }
        Kind::ScopeEntered => text,
        Kind::ScopeLeaving | Kind::ScopeLeft => {
            format!("{} {}", one_line(scope), by_way(Way::from_code(detail)))
        }
        Kind::Unwinding => format!("{} {}", one_line(scope), by_way(Some(Way::Panic))),
        Kind::Bound => format!("{name} to `{text}`"),
        Kind::Forgotten => format!("{name}, handle {handle} by {text}"),
        Kind::PanicRaised | Kind::PanicCaught | Kind::ErrorRaised => text,
        Kind::Output if detail == 0 => quoted(journal.text(event.text)),
        Kind::Output => format!("{} to standard error", quoted(journal.text(event.text))),
        Kind::Exited => {
            let exit = match Exit::from_code(detail) {
                Some(Exit::Returned) => "main returned",
                Some(Exit::Failed) => "main returned an error",
                Some(Exit::Panicked) => "a panic left main",
                other => other.map_or("unknown", Exit::name),
            };
            let reason = if text.is_empty() { text } else { format!(": {text}") };
            format!("{exit}, status {}{reason}", amount as i32)
        }
    }
}

/// A whole journal, one line an event:
///
/// ```text
///  3  +0.150 ms  main › block  line 4  acquired  train.csv as handle 3 (write, created)
/// ```
///
/// The first number is that of the step that the event leads to. Columns are as wide as this
/// journal needs; scopes and lines are left out where no event knows them.
pub fn transcript(journal: &Journal) -> String {
    // Gone through twice, so that a long journal's lines are never all there in pieces.
    let mut widths = [0; 4];
    let mut reader = Reader::new(journal);
    for event in journal.events() {
        reader.follow(event);
        for (width, cell) in widths.iter_mut().zip(reader.cells(event)) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let digits = journal.len().to_string().len();
    let [time, place, line, kind] = widths;
    let mut lines = String::new();
    let mut reader = Reader::new(journal);
    for (index, event) in journal.events().iter().enumerate() {
        reader.follow(event);
        let [at, scopes, source, what] = reader.cells(event);
        // Writing to a string cannot fail.
        let _ = write!(lines, "{:>digits$}  {at:>time$}", index + 1);
        for (cell, width) in [(scopes, place), (source, line)] {
            if width > 0 {
                let _ = write!(lines, "  {cell:<width$}");
            }
        }
        let _ = write!(lines, "  {what:<kind$}  {}", reader.sentence(event));
        lines.truncate(lines.trim_end().len());
        lines.push('\n');
    }
    lines
}

/// The name of a kind as one writes it in a sentence: `scope entered`.
pub fn words(kind: Kind) -> String {
    match kind {
        Kind::CleanUpStarted => "clean-up started".to_owned(),
        kind => kind.name().replace('-', " "),
    }
}

/// The names of the bits of an [`OpenMode`], in a fixed order.
pub fn mode_names(mode: u8) -> Vec<&'static str> {
    MODES.iter().filter(|(bit, _)| mode & bit != 0).map(|&(_, name)| name).collect()
}

/// Each bit of an [`OpenMode`] with its name in exports and transcripts.
pub(crate) const MODES: [(u8, &str); 6] = [
    (OpenMode::READ, "read"),
    (OpenMode::WRITE, "write"),
    (OpenMode::APPEND, "append"),
    (OpenMode::TRUNCATED, "truncated"),
    (OpenMode::CREATED, "created"),
    (OpenMode::SHARED, "shared"),
];

/// A duration in milliseconds with three decimals, without its unit.
pub fn milliseconds(nanoseconds: u64) -> String {
    let microseconds = nanoseconds / 1000;
    format!("{}.{:03}", microseconds / 1000, microseconds % 1000)
}

/// What is known of resources and scopes at the event reached.
struct Reader<'a> {
    journal: &'a Journal,
    resources: FxHashMap<ResourceId, Subject<'a>>,
    /// A scope's label and the scope around it.
    scopes: FxHashMap<ScopeId, (&'a str, ScopeId)>,
}

impl<'a> Reader<'a> {
    fn new(journal: &'a Journal) -> Self {
        Self { journal, resources: FxHashMap::default(), scopes: FxHashMap::default() }
    }

    /// Takes in what an event tells of resources and scopes.
    fn follow(&mut self, event: &Event) {
        match event.kind {
            Kind::Acquiring => {
                let name = self.journal.text(event.text);
                let is_lock = event.detail == ResourceKind::Lock as u8;
                let subject = Subject { name, is_lock, ..Subject::default() };
                self.resources.insert(event.resource, subject);
            }
            Kind::Acquired => {
                let subject = self.resources.entry(event.resource).or_default();
                (subject.handle, subject.opened) = (event.at, event.time);
            }
            Kind::ScopeEntered => {
                let label = self.journal.text(event.text);
                self.scopes.insert(event.scope, (label, ScopeId(event.amount)));
            }
            _ => {}
        }
    }

    /// The cells of an event's line before its sentence: time, scopes, source line and kind.
    fn cells(&self, event: &Event) -> [String; 4] {
        let line = if event.line == 0 { String::new() } else { format!("line {}", event.line) };
        let time = format!("+{} ms", milliseconds(event.time));
        [time, self.place(event.scope), line, words(event.kind)]
    }

    fn sentence(&self, event: &Event) -> String {
        let scope = self.scopes.get(&event.scope).map_or("", |scope| scope.0);
        let resource = self.resources.get(&event.resource).copied().unwrap_or_default();
        sentence(self.journal, event, &Subject { scope, ..resource })
    }

    /// The labels of a scope and of those around it, outermost first.
    fn place(&self, innermost: ScopeId) -> String {
        let mut labels = Vec::new();
        let mut next = innermost;
        while let Some(&(label, parent)) = self.scopes.get(&next) {
            if labels.len() == SCOPES_NAMED {
                labels.push("…".to_owned());
                break;
            }
            labels.push(one_line(label));
            // A parent has the smaller number, so a journal put together by hand ends as well.
            next = if parent < next { parent } else { ScopeId::NONE };
        }
        labels.reverse();
        labels.join(" › ")
    }
}

fn bytes(count: u32) -> String {
    if count == 1 { "1 byte".to_owned() } else { format!("{count} bytes") }
}

/// An error with the name of what it concerns, unless it says so itself.
fn concerning(name: &str, error: &str) -> String {
    if name.is_empty() || error.contains(name) {
        error.to_owned()
    } else {
        format!("{name}: {error}")
    }
}

fn by_way(way: Option<Way>) -> &'static str {
    match way {
        Some(Way::End) => "at its end",
        Some(Way::Return) => "by return",
        Some(Way::Break) => "by break",
        Some(Way::Continue) => "by continue",
        Some(Way::Question) => "by ?",
        Some(Way::Panic) => "by a panic",
        None => "by a way unknown",
    }
}

/// A text without line breaks and other characters that are not seen.
fn one_line(text: &str) -> String {
    visible_line(text).into_owned()
}

/// The beginning of a text in quotes.
fn quoted(text: &str) -> String {
    let end = text.char_indices().nth(QUOTED).map_or(text.len(), |(end, _)| end);
    let escaped = text[..end].replace('\\', "\\\\").replace('"', "\\\"");
    let cut = if end < text.len() { "…" } else { "" };
    format!("\"{}\"{cut}", visible_line(&escaped))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
