//! Random journals of runs that could have been, for tests.

use std::collections::BTreeMap;
use std::fmt;

use proptest::prelude::*;

use super::{
    Ending, Event, Exit, Journal, Kind, OpenMode, PathChange, ResourceId, ResourceKind, ScopeId,
    TextId, Way, json_lines,
};

/// A journal, with the files that were there before: path, node, bytes.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) journal: Journal,
    pub(crate) files: Vec<(String, u32, Vec<u8>)>,
}

/// Shown as JSON Lines, which is what one wants to read of a failing case.
impl fmt::Debug for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:?}", self.files)?;
        f.write_str(&json_lines::to_string(&self.journal))
    }
}

/// Journals of up to some hundreds of events, which keep the invariants of a journal.
pub(crate) fn samples() -> impl Strategy<Value = Sample> {
    let act = (0_u8..24, any::<u8>(), any::<u8>());
    proptest::collection::vec(act, 0..120).prop_map(|acts| Run::of(&acts))
}

struct Open {
    resource: ResourceId,
    buffered: u32,
    node: u32,
}

/// A program that does as it is told by numbers.
struct Run {
    journal: Journal,
    time: u64,
    line: u16,
    tried: u32,
    entered: u32,
    nodes: u32,
    open: Vec<Open>,
    scopes: Vec<ScopeId>,
    paths: BTreeMap<String, u32>,
    sizes: BTreeMap<u32, u32>,
}

impl Run {
    fn of(acts: &[(u8, u8, u8)]) -> Sample {
        let files = vec![
            ("/f0.txt".to_owned(), 2, b"old bytes".to_vec()),
            ("f1.txt".to_owned(), 3, Vec::new()),
        ];
        let mut run = Run {
            journal: Journal::new(),
            time: 0,
            line: 0,
            tried: 0,
            entered: 0,
            nodes: 3,
            open: Vec::new(),
            scopes: Vec::new(),
            paths: files.iter().map(|file| (file.0.replace('/', ""), file.1)).collect(),
            sizes: files.iter().map(|file| (file.1, file.2.len() as u32)).collect(),
        };
        for &(act, a, b) in acts {
            run.line = u16::from(a % 7);
            run.act(act, a, b);
        }
        run.end(acts.len());
        Sample { journal: run.journal, files }
    }

    fn record(&mut self, event: Event) {
        let scope = if event.scope == ScopeId::NONE { self.scopes.last().copied() } else { None };
        let scope = scope.unwrap_or(event.scope);
        self.journal.record(Event { time: self.time, line: self.line, scope, ..event });
    }

    fn act(&mut self, act: u8, a: u8, b: u8) {
        match act {
            0..=5 => self.acquire(a, b),
            6..=8 => self.with_open(a, |run, index| run.write(index, b)),
            9 => self.with_open(a, |run, index| run.flush(index, u32::from(b % 5))),
            10..=13 => self.with_open(a, |run, index| run.release(index, Ending::Dropped, b)),
            14 => self.with_open(a, |run, index| run.bind_or_forget(index, b)),
            15 => self.with_open(a, |run, index| {
                let Open { resource, buffered, .. } = run.open[index];
                let text = run.journal.intern("busy: somewhere");
                run.record(Event {
                    resource,
                    text,
                    amount: buffered,
                    ..Event::of(Kind::OperationFailed)
                });
                let amount = u32::from(b);
                run.record(Event { resource, amount, at: 1, ..Event::of(Kind::Read) });
            }),
            16 | 17 => self.enter(a),
            18 => self.leave(Way::ALL[usize::from(b) % 4]),
            19 => self.fail(b),
            20 => self.panic(a, b),
            21 => self.change_path(a, b),
            22 => {
                self.time += u64::from(a) * 1_000;
                let amount = u32::from(a);
                self.record(Event { amount, ..Event::of(Kind::Slept) });
            }
            _ => {
                let text = self.journal.intern(&format!("printed {b} \"ü\"\n"));
                self.record(Event { text, detail: a % 2, ..Event::of(Kind::Output) });
            }
        }
    }

    fn acquire(&mut self, a: u8, b: u8) {
        self.tried += 1;
        let resource = ResourceId(self.tried);
        let path = format!("f{}.txt", a % 9);
        let text = self.journal.intern(&path);
        let kind = if b.is_multiple_of(8) { ResourceKind::Lock } else { ResourceKind::File };
        self.record(Event { resource, text, detail: kind as u8, ..Event::of(Kind::Acquiring) });
        self.time += u64::from(b % 3) * 70;
        if b.is_multiple_of(5) {
            let text = self.journal.intern(&format!("too many open files: {path}"));
            return self.record(Event { resource, text, ..Event::of(Kind::AcquisitionFailed) });
        }
        let mut detail = OpenMode::WRITE;
        let node = match self.paths.get(&path) {
            Some(&node) => node,
            None => {
                detail |= OpenMode::CREATED;
                self.new_node(path)
            }
        };
        if b % 4 == 1 {
            detail |= OpenMode::TRUNCATED;
            self.sizes.insert(node, 0);
        }
        let (at, amount) = (self.tried + 2, node);
        self.record(Event { resource, text, at, amount, detail, ..Event::of(Kind::Acquired) });
        self.open.push(Open { resource, buffered: 0, node });
    }

    fn new_node(&mut self, path: String) -> u32 {
        self.nodes += 1;
        self.paths.insert(path, self.nodes);
        self.sizes.insert(self.nodes, 0);
        self.nodes
    }

    fn with_open(&mut self, which: u8, then: impl FnOnce(&mut Self, usize)) {
        if !self.open.is_empty() {
            let index = usize::from(which) % self.open.len();
            then(self, index);
        }
    }

    fn write(&mut self, index: usize, b: u8) {
        // Some are not UTF-8, some are nothing at all.
        let bytes: Vec<u8> = (0..b % 7).map(|offset| b.wrapping_add(offset)).collect();
        let at = self.journal.keep(&bytes);
        let amount = bytes.len() as u32;
        self.open[index].buffered += amount;
        let resource = self.open[index].resource;
        self.record(Event { resource, amount, at, ..Event::of(Kind::Written) });
    }

    fn flush(&mut self, index: usize, keep: u32) {
        let Open { resource, buffered, node } = self.open[index];
        let amount = buffered.saturating_sub(keep);
        if amount == 0 {
            return;
        }
        self.open[index].buffered -= amount;
        self.time += 40;
        // Mostly at the end of the file, at times over what is there or beyond.
        let size = self.sizes[&node];
        let at = match keep {
            1 => size / 2,
            2 => size + 3,
            _ => size,
        };
        self.sizes.insert(node, size.max(at + amount));
        self.record(Event { resource, amount, at, ..Event::of(Kind::Flushed) });
    }

    fn release(&mut self, index: usize, ending: Ending, b: u8) {
        let resource = self.open[index].resource;
        let detail = ending as u8;
        self.record(Event { resource, detail, ..Event::of(Kind::CleanUpStarted) });
        self.time += u64::from(b % 3) * 10;
        if !b.is_multiple_of(6) {
            self.flush(index, 0);
        }
        let lost = self.open.remove(index).buffered;
        if lost > 0 || b.is_multiple_of(11) {
            let text = self.journal.intern("no space: f.txt");
            let event =
                Event { resource, text, amount: lost, detail, ..Event::of(Kind::ReleaseFailed) };
            return self.record(event);
        }
        self.record(Event { resource, detail, ..Event::of(Kind::Released) });
    }

    fn bind_or_forget(&mut self, index: usize, b: u8) {
        let resource = self.open[index].resource;
        let kind = if b < 200 { Kind::Bound } else { Kind::Forgotten };
        let text = self.journal.intern(if b < 100 { "first" } else { "second" });
        let detail = if kind == Kind::Bound { b % 2 } else { 0 };
        self.record(Event { resource, text, detail, ..Event::of(kind) });
    }

    fn enter(&mut self, a: u8) {
        self.entered += 1 + u32::from(a % 2);
        let parent = self.scopes.last().copied().unwrap_or(ScopeId::NONE);
        let scope = ScopeId(self.entered);
        let text = self.journal.intern(["main", "block", "loop"][usize::from(a) % 3]);
        let at = u32::from(self.line) + 1;
        let amount = parent.0;
        let detail = a % 4;
        self.record(Event { scope, text, amount, at, detail, ..Event::of(Kind::ScopeEntered) });
        self.scopes.push(scope);
    }

    fn leave(&mut self, way: Way) {
        let Some(&scope) = self.scopes.last() else { return };
        let detail = way as u8;
        let leaving = if way == Way::Panic { Kind::Unwinding } else { Kind::ScopeLeaving };
        let leaving_detail = if way == Way::Panic { 0 } else { detail };
        self.record(Event { scope, detail: leaving_detail, ..Event::of(leaving) });
        if !self.open.is_empty() {
            let ending = if way == Way::Panic { Ending::Unwound } else { Ending::Dropped };
            self.release(self.open.len() - 1, ending, self.line as u8);
        }
        self.scopes.pop();
        self.record(Event { scope, detail, ..Event::of(Kind::ScopeLeft) });
    }

    fn fail(&mut self, b: u8) {
        if self.scopes.is_empty() {
            return;
        }
        let text = self.journal.intern("not found: x");
        self.record(Event { text, ..Event::of(Kind::ErrorRaised) });
        for _ in 0..=b % 3 {
            self.leave(Way::Question);
        }
    }

    fn panic(&mut self, a: u8, b: u8) {
        let text = self.journal.intern(&format!("boom\n{}", a % 3));
        self.record(Event { text, ..Event::of(Kind::PanicRaised) });
        for _ in 0..b % 4 {
            self.leave(Way::Panic);
        }
        self.record(Event { text, ..Event::of(Kind::PanicCaught) });
    }

    fn change_path(&mut self, a: u8, b: u8) {
        let from = format!("f{}.txt", a % 9);
        if b < 60 {
            let path = format!("d{b}");
            if !self.paths.contains_key(&path) {
                let text = self.journal.intern(&path);
                let at = self.new_node(path);
                let detail = PathChange::DirectoryCreated as u8;
                self.record(Event { text, at, detail, ..Event::of(Kind::PathChanged) });
            }
            return;
        }
        let Some(node) = self.paths.remove(&from) else { return };
        let text = self.journal.intern(&from);
        let (detail, amount) = if b < 120 {
            (PathChange::Removed, 0)
        } else {
            let to = format!("f{}.txt", b % 9);
            let amount = self.journal.intern(&to).0;
            self.paths.insert(to, node);
            (PathChange::Renamed, amount)
        };
        let detail = detail as u8;
        self.record(Event { text, at: node, amount, detail, ..Event::of(Kind::PathChanged) });
    }

    fn end(&mut self, acts: usize) {
        self.line = 0;
        let exit = Exit::ALL[acts % Exit::ALL.len()];
        let text =
            if exit == Exit::Failed { self.journal.intern("it failed") } else { TextId::NONE };
        let (detail, amount) = (exit as u8, acts as u32 % 4);
        self.record(Event { text, amount, detail, ..Event::of(Kind::Exited) });
        for kind in [Kind::Leaked, Kind::Reaped] {
            for index in 0..self.open.len() {
                let Open { resource, buffered, .. } = self.open[index];
                self.record(Event { resource, amount: buffered, ..Event::of(kind) });
            }
        }
    }
}

/// A small run with something of everything: two files, a failed acquisition, an error that is
/// handled, a panic that is not, and a handle that is forgotten.
pub(crate) fn story() -> Journal {
    let mut story = Story { journal: Journal::new(), time: 0 };
    let resource = ResourceId;
    let scope = ScopeId;
    story.tell("", Event { scope: scope(1), ..Event::of(Kind::ScopeEntered) }, "main");
    let first =
        Event { resource: resource(1), scope: scope(1), line: 4, ..Event::of(Kind::Acquiring) };
    story.tell("", first, "train.csv");
    story.time = 150_000;
    let detail = OpenMode::WRITE | OpenMode::CREATED;
    let acquired = Event { kind: Kind::Acquired, at: 3, amount: 2, detail, ..first };
    story.tell("", acquired, "train.csv");
    story.tell("", Event { kind: Kind::Bound, detail: 0, ..first }, "data");
    story.tell("hi \"you\"\n", Event { kind: Kind::Written, line: 5, ..first }, "");
    let amount = scope(1).0;
    let block = Event { scope: scope(2), amount, at: 8, line: 6, ..Event::of(Kind::ScopeEntered) };
    story.tell("", block, "block");
    let inner = |resource, kind| Event { resource, scope: scope(2), line: 7, ..Event::of(kind) };
    story.tell("", inner(resource(2), Kind::Acquiring), "missing.txt");
    story.tell("", inner(resource(2), Kind::AcquisitionFailed), "not found: missing.txt");
    story.tell("", inner(resource(0), Kind::ErrorRaised), "not found: missing.txt");
    let detail = Way::Question as u8;
    let leaving = Event { detail, ..inner(resource(0), Kind::ScopeLeaving) };
    story.tell("", leaving, "");
    story.tell("", Event { kind: Kind::ScopeLeft, ..leaving }, "");
    let second =
        Event { resource: resource(3), scope: scope(1), line: 9, ..Event::of(Kind::Acquiring) };
    story.tell("", Event { detail: ResourceKind::Lock as u8, ..second }, "app.lock");
    story.time = 2_000_500;
    let mode = Event { detail: OpenMode::SHARED, ..second };
    story.tell("", Event { kind: Kind::Acquired, at: 4, amount: 5, ..mode }, "app.lock");
    story.tell("", Event { kind: Kind::Forgotten, line: 10, ..second }, "mem::forget");
    let program = |kind, line| Event { scope: scope(1), line, ..Event::of(kind) };
    story.tell("", Event { detail: 1, ..program(Kind::Output, 11) }, "careful\n");
    story.time = 7_000_500;
    story.tell("", Event { amount: 5, ..program(Kind::Slept, 12) }, "");
    let detail = PathChange::Renamed as u8;
    let amount = story.journal.intern("b.bin").0;
    let renamed = Event { detail, amount, at: 9, ..program(Kind::PathChanged, 13) };
    story.tell("", renamed, "a.tmp");
    story.tell("", program(Kind::PanicRaised, 14), "index out of bounds:\nthe len is 3");
    story.tell("", program(Kind::Unwinding, 14), "");
    let detail = Ending::Unwound as u8;
    let closing = Event { kind: Kind::CleanUpStarted, detail, line: 14, ..first };
    story.tell("", closing, "");
    story.time = 7_150_000;
    story.tell("", Event { kind: Kind::Flushed, detail: 0, amount: 9, ..closing }, "");
    story.tell("", Event { kind: Kind::Released, ..closing }, "");
    let detail = Way::Panic as u8;
    story.tell("", Event { detail, ..program(Kind::ScopeLeft, 14) }, "");
    let (detail, amount) = (Exit::Panicked as u8, 101);
    story.tell(
        "",
        Event { detail, amount, ..Event::of(Kind::Exited) },
        "index out of bounds:\nthe len is 3",
    );
    for kind in [Kind::Leaked, Kind::Reaped] {
        story.tell("", Event { resource: resource(3), ..Event::of(kind) }, "");
    }
    story.journal
}

struct Story {
    journal: Journal,
    time: u64,
}

impl Story {
    fn tell(&mut self, written: &str, event: Event, text: &str) {
        let mut event = Event { time: self.time, text: self.journal.intern(text), ..event };
        if event.kind == Kind::Written {
            event.at = self.journal.keep(written.as_bytes());
            event.amount = written.len() as u32;
        }
        self.journal.record(event);
    }
}
