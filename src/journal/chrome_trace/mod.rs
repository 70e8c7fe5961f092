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
//! Times are microseconds. Each span and instant carries in `args` the event's sequence number and
//! what else the event says, so that it can be found in the other exports.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;

use rustc_hash::FxHashMap;
use serde::Serialize;
use serde_json::{Value, json};

use super::transcript::mode_names;
use super::{Ending, Event, Exit, Journal, Kind, ResourceId, ResourceKind, ScopeId, Way};

/// The process of all rows.
const PROCESS: u32 = 1;
/// The row of scopes and of what concerns no resource.
const SCOPES: u32 = 1;
/// The row of panics.
const UNWINDING: u32 = 2;
/// The first row of resources.
const RESOURCES: u32 = 3;

/// Writes the whole trace as one JSON object.
///
/// # Errors
///
/// If the writer fails.
pub fn write(journal: &Journal, to: impl io::Write) -> io::Result<()> {
    let trace = Trace { trace_events: Tracer::new(journal).run(), display_time_unit: "ms" };
    Ok(serde_json::to_writer(to, &trace)?)
}

/// The whole trace as one text.
pub fn to_string(journal: &Journal) -> String {
    let mut trace = Vec::new();
    write(journal, &mut trace).expect("a vector takes everything");
    String::from_utf8(trace).expect("JSON is UTF-8")
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Trace {
    trace_events: Vec<Entry>,
    display_time_unit: &'static str,
}

/// One entry of the format: a span (`X`), an instant (`i`), or a row's name (`M`).
#[derive(Serialize)]
struct Entry {
    name: String,
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
    /// Nanoseconds at which a span begins.
    #[serde(skip)]
    start: u64,
}

/// A resource that is not gone.
struct Held {
    /// Its span in the entries.
    span: usize,
    clean_up: Option<usize>,
    row: u32,
    name: String,
}

struct Tracer<'a> {
    journal: &'a Journal,
    entries: Vec<Entry>,
    held: FxHashMap<ResourceId, Held>,
    /// Rows of resources that are free, the first on top, and how many rows there are.
    free: BinaryHeap<Reverse<u32>>,
    rows: u32,
    /// Scopes entered, with their spans, innermost last.
    scopes: Vec<(ScopeId, usize)>,
    panics: Vec<usize>,
}

impl<'a> Tracer<'a> {
    fn new(journal: &'a Journal) -> Self {
        Self {
            journal,
            entries: Vec::new(),
            held: FxHashMap::default(),
            free: BinaryHeap::new(),
            rows: 0,
            scopes: Vec::new(),
            panics: Vec::new(),
        }
    }

    fn run(mut self) -> Vec<Entry> {
        self.name("process_name", 0, "leakproof");
        self.name("thread_name", SCOPES, "scopes");
        self.name("thread_name", UNWINDING, "unwinding");
        for (seq, event) in self.journal.events().iter().enumerate() {
            self.add(seq, event);
        }
        // What the journal leaves open lasts to its end.
        let last = self.journal.events().last();
        let open = self.held.values().flat_map(|held| held.clean_up.into_iter().chain([held.span]));
        let open = open.chain(self.scopes.iter().map(|scope| scope.1));
        let open: Vec<usize> = open.chain(self.panics.iter().copied()).collect();
        for span in open {
            self.end(span, last.map_or(0, |event| event.time));
        }
        self.entries
    }

    fn add(&mut self, seq: usize, event: &Event) {
        match event.kind {
            Kind::Acquiring => self.acquire(seq, event),
            Kind::CleanUpStarted => self.start_clean_up(seq, event),
            Kind::ScopeEntered => {
                let label = self.journal.text(event.text).to_owned();
                let span = self.begin(seq, event, label, "scope", SCOPES);
                self.scopes.push((event.scope, span));
            }
            Kind::ScopeLeft => self.leave_scope(seq, event),
            Kind::PanicRaised => {
                let message = self.journal.text(event.text).to_owned();
                let span = self.begin(seq, event, message, "panic", UNWINDING);
                self.panics.push(span);
                self.instant(seq, event);
            }
            Kind::PanicCaught => {
                if let Some(span) = self.panics.pop() {
                    self.end(span, event.time);
                }
                self.instant(seq, event);
            }
            Kind::Exited => {
                for span in std::mem::take(&mut self.panics) {
                    self.end(span, event.time);
                }
                self.instant(seq, event);
            }
            _ => self.instant(seq, event),
        }
        let gone = matches!(
            event.kind,
            Kind::AcquisitionFailed | Kind::Released | Kind::ReleaseFailed | Kind::Reaped
        );
        if gone {
            self.release(seq, event);
        }
    }

    fn acquire(&mut self, seq: usize, event: &Event) {
        let row = self.free.pop().map_or(self.rows, |Reverse(row)| row);
        if row == self.rows {
            self.rows += 1;
            self.name("thread_name", RESOURCES + row, &format!("resource {}", row + 1));
        }
        let name = self.journal.text(event.text).to_owned();
        let span = self.begin(seq, event, name.clone(), "resource", RESOURCES + row);
        let kind = ResourceKind::from_code(event.detail).map(ResourceKind::name);
        self.entries[span].args["resource_kind"] = json!(kind);
        self.held.insert(event.resource, Held { span, clean_up: None, row, name });
    }

    fn start_clean_up(&mut self, seq: usize, event: &Event) {
        let Some(row) = self.held.get(&event.resource).map(|held| held.row) else { return };
        let span = self.begin(seq, event, "clean-up".to_owned(), "clean-up", RESOURCES + row);
        self.entries[span].args["ending"] =
            json!(Ending::from_code(event.detail).map(Ending::name));
        if let Some(held) = self.held.get_mut(&event.resource) {
            held.clean_up = Some(span);
        }
    }

    fn release(&mut self, seq: usize, event: &Event) {
        let Some(held) = self.held.remove(&event.resource) else { return };
        for span in held.clean_up.into_iter().chain([held.span]) {
            self.end(span, event.time);
        }
        let args = &mut self.entries[held.span].args;
        args["until"] = json!(seq);
        args["outcome"] = json!(event.kind.name());
        self.free.push(Reverse(held.row));
    }

    fn leave_scope(&mut self, seq: usize, event: &Event) {
        let Some(place) = self.scopes.iter().rposition(|scope| scope.0 == event.scope) else {
            return;
        };
        for (_, span) in self.scopes.split_off(place) {
            self.end(span, event.time);
            let args = &mut self.entries[span].args;
            args["until"] = json!(seq);
            args["way"] = json!(Way::from_code(event.detail).map(Way::name));
        }
    }

    /// Begins a span; its length is known when it ends.
    fn begin(
        &mut self,
        seq: usize,
        event: &Event,
        name: String,
        cat: &'static str,
        tid: u32,
    ) -> usize {
        let args = self.args(seq, event);
        let ts = microseconds(event.time);
        let (pid, dur) = (PROCESS, Some(0.0));
        self.entries.push(Entry {
            name,
            cat,
            ph: "X",
            ts,
            dur,
            pid,
            tid,
            s: None,
            args,
            start: event.time,
        });
        self.entries.len() - 1
    }

    fn end(&mut self, span: usize, time: u64) {
        let entry = &mut self.entries[span];
        entry.dur = Some(microseconds(time.saturating_sub(entry.start)));
    }

    fn instant(&mut self, seq: usize, event: &Event) {
        let held = self.held.get(&event.resource);
        let tid = held.map_or(SCOPES, |held| RESOURCES + held.row);
        let cat = if held.is_some() { "resource" } else { "program" };
        let mut args = self.args(seq, event);
        if let Some(held) = held {
            args["name"] = json!(held.name);
        }
        let text = self.journal.text(event.text);
        if !text.is_empty() {
            args["text"] = json!(text);
        }
        match event.kind {
            Kind::Acquired => {
                args["handle"] = json!(event.at);
                args["mode"] = json!(mode_names(event.detail));
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
        let (name, ts) = (event.kind.name().to_owned(), microseconds(event.time));
        let (pid, s) = (PROCESS, Some("t"));
        self.entries.push(Entry { name, cat, ph: "i", ts, dur: None, pid, tid, s, args, start: 0 });
    }

    fn args(&self, seq: usize, event: &Event) -> Value {
        let mut args = json!({ "seq": seq });
        for (name, number) in
            [("resource", event.resource.0), ("scope", event.scope.0), ("line", event.line.into())]
        {
            if number != 0 {
                args[name] = json!(number);
            }
        }
        args
    }

    fn name(&mut self, what: &str, tid: u32, name: &str) {
        let args = json!({ "name": name });
        let (name, pid) = (what.to_owned(), PROCESS);
        let (cat, ph, ts) = ("__metadata", "M", 0.0);
        self.entries.push(Entry {
            name,
            cat,
            ph,
            ts,
            dur: None,
            pid,
            tid,
            s: None,
            args,
            start: 0,
        });
    }
}

/// The unit of the format. A number of nanoseconds keeps its three decimals.
fn microseconds(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1000.0
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
