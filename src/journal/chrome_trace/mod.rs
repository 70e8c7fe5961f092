//! The journal in the Chrome trace format, which Perfetto and the browser's panel open.
//!
//! One process, with a thread for each row:
//!
//! - `scopes`: a span for each scope, nested as the scopes nest; events that concern no resource are
//!   instants there;
//! - `unwinding`: a span from each panic to where it was caught or ended the program;
//! - `resource 1`, `resource 2` …: a span for each resource from the try to acquire it to its end,
//!   with its clean-up as a span inside and its other events as instants. A resource takes the
//!   first row that is free, so that there are as many rows as resources at once.
//!
//! Times are microseconds, counted from 1. Entries are in the order of the events they begin with, one a
//! line. Each span and instant carries in `args` the event's sequence number, from 1, and what else the
//! event says, so that it can be found in the other exports.

mod ends;
mod rows;

use std::io;

use serde::Serialize;
use serde_json::{Value, json};

use super::{Ending, Event, Exit, Journal, Kind, OpenMode, ResourceKind, Way};
use ends::Ends;
use rows::Rows;

/// Nanoseconds at which a trace begins. The browser's panel takes 0 for no time at all; viewers
/// count from the first entry, so that nobody sees the difference.
const ORIGIN: u64 = 1000;
/// The process of all rows.
const PROCESS: u32 = 1;
/// The row of scopes and of what concerns no resource.
const SCOPES: u32 = 1;
/// The row of panics.
const UNWINDING: u32 = 2;
/// The first row of resources.
const RESOURCES: u32 = 3;

/// Writes the whole trace as one JSON object, in many small pieces: give it a writer with a buffer.
///
/// # Errors
///
/// If the writer fails.
pub fn write(journal: &Journal, mut to: impl io::Write) -> io::Result<()> {
    to.write_all(b"{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n")?;
    let mut tracer =
        Tracer { journal, ends: Ends::of(journal), rows: Rows::default(), to, any: false };
    tracer.run()?;
    tracer.to.write_all(b"\n]}\n")
}

/// The whole trace as one text.
pub fn to_string(journal: &Journal) -> String {
    let mut trace = Vec::new();
    write(journal, &mut trace).expect("a vector takes everything");
    String::from_utf8(trace).expect("JSON is UTF-8")
}

/// One entry of the format: a span (`X`), an instant (`i`), or a row's name (`M`).
#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    cat: &'static str,
    ph: &'static str,
    ts: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<f64>,
    pid: u32,
    tid: u32,
    /// The reach of an instant: its row.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'static str>,
    args: Value,
}

struct Tracer<'a, W> {
    journal: &'a Journal,
    ends: Ends,
    rows: Rows<'a>,
    to: W,
    /// Whether an entry was written, so that the next needs a comma.
    any: bool,
}

impl<'a, W: io::Write> Tracer<'a, W> {
    fn run(&mut self) -> io::Result<()> {
        self.name("process_name", 0, "leakproof")?;
        self.name("thread_name", SCOPES, "scopes")?;
        self.name("thread_name", UNWINDING, "unwinding")?;
        let events = self.journal.events();
        events.iter().enumerate().try_for_each(|(index, event)| self.add(index, event))
    }

    fn add(&mut self, index: usize, event: &Event) -> io::Result<()> {
        let text = self.journal.text(event.text);
        match event.kind {
            Kind::Acquiring => {
                let (row, new) = self.rows.take(event.resource, text);
                if new {
                    self.name("thread_name", RESOURCES + row, &format!("resource {}", row + 1))?;
                }
                self.span(index, event, text, "resource", RESOURCES + row)
            }
            Kind::CleanUpStarted => match self.rows.of(event.resource) {
                Some((row, _)) => self.span(index, event, "clean-up", "clean-up", RESOURCES + row),
                None => Ok(()),
            },
            Kind::ScopeEntered => self.span(index, event, text, "scope", SCOPES),
            // It is the end of a span.
            Kind::ScopeLeft => Ok(()),
            Kind::PanicRaised => {
                self.span(index, event, text, "panic", UNWINDING)?;
                self.instant(index, event)
            }
            Kind::AcquisitionFailed | Kind::Released | Kind::ReleaseFailed | Kind::Reaped => {
                self.instant(index, event)?;
                self.rows.free(event.resource);
                Ok(())
            }
            _ => self.instant(index, event),
        }
    }

    /// Writes a span from the event it begins with.
    fn span(
        &mut self,
        index: usize,
        event: &Event,
        name: &str,
        cat: &'static str,
        tid: u32,
    ) -> io::Result<()> {
        let end = self.ends.of_span(index, self.journal);
        let mut args = args(index, event);
        match event.kind {
            Kind::Acquiring => {
                args["resource_kind"] =
                    json!(ResourceKind::from_code(event.detail).map(ResourceKind::name));
            }
            Kind::CleanUpStarted => {
                args["ending"] = json!(Ending::from_code(event.detail).map(Ending::name));
            }
            _ => {}
        }
        if let Some((until, last)) = end.event {
            args["until"] = json!(until + 1);
            match last.kind {
                Kind::ScopeLeft => args["way"] = json!(Way::from_code(last.detail).map(Way::name)),
                kind => args["outcome"] = json!(kind.name()),
            }
        }
        let ts = timestamp(event.time);
        let dur = Some(duration(event.time, end.time));
        self.entry(&Entry { name, cat, ph: "X", ts, dur, pid: PROCESS, tid, s: None, args })
    }

    fn instant(&mut self, index: usize, event: &Event) -> io::Result<()> {
        let mut args = args(index, event);
        let (tid, cat) = match self.rows.of(event.resource) {
            Some((row, name)) => {
                args["name"] = json!(name);
                (RESOURCES + row, "resource")
            }
            None => (SCOPES, "program"),
        };
        let text = self.journal.text(event.text);
        if !text.is_empty() {
            args["text"] = json!(text);
        }
        say_more(event, &mut args);
        let (name, ts) = (event.kind.name(), timestamp(event.time));
        let (pid, s) = (PROCESS, Some("t"));
        self.entry(&Entry { name, cat, ph: "i", ts, dur: None, pid, tid, s, args })
    }

    fn name(&mut self, what: &str, tid: u32, name: &str) -> io::Result<()> {
        let args = json!({ "name": name });
        let (cat, ph, ts, pid) = ("__metadata", "M", 0.0, PROCESS);
        self.entry(&Entry { name: what, cat, ph, ts, dur: None, pid, tid, s: None, args })
    }

    fn entry(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        if std::mem::replace(&mut self.any, true) {
            self.to.write_all(b",\n")?;
        }
        Ok(serde_json::to_writer(&mut self.to, entry)?)
    }
}

/// What every entry says of its event.
fn args(index: usize, event: &Event) -> Value {
    let mut args = json!({ "seq": index + 1 });
    for (name, number) in
        [("resource", event.resource.0), ("scope", event.scope.0), ("line", event.line.into())]
    {
        if number != 0 {
            args[name] = json!(number);
        }
    }
    args
}

/// What an event of its kind says beside that.
fn say_more(event: &Event, args: &mut Value) {
    match event.kind {
        Kind::Acquired => {
            args["handle"] = json!(event.at);
            args["mode"] = json!(OpenMode::names(event.detail));
        }
        Kind::Read | Kind::Flushed => {
            args["bytes"] = json!(event.amount);
            args["position"] = json!(event.at);
        }
        Kind::Written => args["bytes"] = json!(event.amount),
        Kind::OperationFailed | Kind::Leaked => args["buffered"] = json!(event.amount),
        Kind::ReleaseFailed | Kind::Reaped => args["lost"] = json!(event.amount),
        Kind::Slept => args["milliseconds"] = json!(event.amount),
        Kind::ScopeLeaving => args["way"] = json!(Way::from_code(event.detail).map(Way::name)),
        Kind::Exited => {
            args["exit"] = json!(Exit::from_code(event.detail).map(Exit::name));
            args["status"] = json!(event.amount as i32);
        }
        _ => {}
    }
}

/// A time in the unit of the format, to 1/1024 of a microsecond, the nearest to a nanosecond that
/// floating point can count in.
///
/// With thousandths, begin and length do not add up to the end: a span overlaps the next one on its
/// row by a trillionth, and the browser's panel takes the next for a part of it.
fn timestamp(nanoseconds: u64) -> f64 {
    ((nanoseconds + ORIGIN) as f64 * 1.024).round() / 1024.0
}

/// The length of a span; the begin and it add up to exactly the end.
fn duration(from: u64, to: u64) -> f64 {
    timestamp(to.max(from)) - timestamp(from)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
