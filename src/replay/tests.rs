use crate::journal::testing::{samples, story};
use crate::journal::{
    Event, Exit, Journal, Kind, OpenMode, PathChange, ResourceId, ScopeId, TextId, Way,
};

use proptest::prelude::*;

use super::*;

/// A view of no extent, by steps.
fn view() -> View {
    View { axis: Axis::Step, from: 0.0, to: 0.0, width: 9, first_lane: 0, lanes: 9, until: None }
}

/// Writes a journal event by event.
#[derive(Default)]
struct Teller(Journal);

impl Teller {
    fn tell(&mut self, event: Event, text: &str) -> &mut Self {
        let text = self.0.intern(text);
        let time = self.0.len() as u64 * 1000;
        self.0.record(Event { time, text, ..event });
        self
    }

    fn enter(&mut self, scope: u32, label: &str) -> &mut Self {
        let amount = scope - 1;
        let scope = ScopeId(scope);
        self.tell(Event { scope, amount, ..Event::of(Kind::ScopeEntered) }, label)
    }

    fn leave(&mut self, scope: u32, way: Way) -> &mut Self {
        let (scope, detail) = (ScopeId(scope), way as u8);
        let leaving = if way == Way::Panic { Kind::Unwinding } else { Kind::ScopeLeaving };
        self.tell(Event { scope, detail, ..Event::of(leaving) }, "");
        self.tell(Event { scope, detail, ..Event::of(Kind::ScopeLeft) }, "")
    }

    fn open(&mut self, resource: u32, line: u16, name: &str) -> &mut Self {
        let resource = ResourceId(resource);
        self.tell(Event { resource, line, ..Event::of(Kind::Acquiring) }, name);
        let (at, amount) = (resource.0 + 2, resource.0 + 10);
        let detail = OpenMode::WRITE | OpenMode::CREATED;
        self.tell(Event { resource, line, at, amount, detail, ..Event::of(Kind::Acquired) }, name)
    }

    fn close(&mut self, resource: u32) -> &mut Self {
        let resource = ResourceId(resource);
        self.tell(Event { resource, ..Event::of(Kind::CleanUpStarted) }, "");
        self.tell(Event { resource, ..Event::of(Kind::Released) }, "")
    }

    fn end(&mut self, exit: Exit, amount: u32, text: &str) -> &mut Self {
        self.tell(Event { detail: exit as u8, amount, ..Event::of(Kind::Exited) }, text)
    }

    fn of(&mut self, kind: Kind, resource: u32, amount: u32, text: &str) -> &mut Self {
        self.tell(Event { resource: ResourceId(resource), amount, ..Event::of(kind) }, text)
    }

    fn path(&mut self, change: PathChange, node: u32, from: &str, to: &str) -> &mut Self {
        let amount = if to.is_empty() { 0 } else { self.0.intern(to).0 };
        let detail = change as u8;
        self.tell(Event { detail, amount, at: node, ..Event::of(Kind::PathChanged) }, from)
    }

    fn replay(&self) -> Replay {
        Replay::new(self.0.clone(), Vec::new())
    }

    /// What travels after each event: nothing, or the text with its first letter for the traveller.
    fn travels(&self) -> Vec<String> {
        let replay = self.replay();
        let at = |step| match replay.moment(step).travelling {
            None => String::new(),
            Some(Travelling { traveller: Traveller::Error, text }) => format!("E {text}"),
            Some(Travelling { traveller: Traveller::Panic, text }) => format!("P {text}"),
        };
        (1..=replay.steps()).map(at).collect()
    }
}

#[test]
fn an_error_travels_until_the_last_scope_that_its_question_mark_leaves() {
    let mut run = Teller::default();
    run.enter(1, "main").enter(2, "work").enter(3, "block");
    run.of(Kind::ErrorRaised, 0, 0, "full").leave(3, Way::Question).leave(2, Way::Question);
    run.of(Kind::Output, 0, 0, "handled");
    let expected = ["", "", "", "E full", "E full", "E full", "E full", "", ""];
    assert_eq!(run.travels(), expected);
}

#[test]
fn an_error_sent_on_by_the_caller_is_the_same_error() {
    let mut run = Teller::default();
    run.enter(1, "main").enter(2, "work");
    run.of(Kind::ErrorRaised, 0, 0, "full").leave(2, Way::Question);
    run.of(Kind::ErrorRaised, 0, 0, "full").leave(1, Way::Question);
    run.end(Exit::Failed, 1, "full");
    let full = "E full";
    assert_eq!(run.travels(), ["", "", full, full, full, full, full, full, ""]);
}

#[test]
fn another_error_after_one_that_was_handled_is_another_error() {
    let mut run = Teller::default();
    run.enter(1, "main").enter(2, "work");
    run.of(Kind::ErrorRaised, 0, 0, "full").leave(2, Way::Question);
    run.of(Kind::ErrorRaised, 0, 0, "busy");
    assert_eq!(run.travels(), ["", "", "E full", "E full", "", "E busy"]);
}

#[test]
fn an_error_inside_a_clean_up_does_not_end_the_panic_that_runs_it() {
    let mut run = Teller::default();
    run.enter(1, "main").of(Kind::PanicRaised, 0, 0, "boom");
    run.tell(Event { scope: ScopeId(1), ..Event::of(Kind::Unwinding) }, "");
    run.enter(2, "drop").of(Kind::ErrorRaised, 0, 0, "full").leave(2, Way::Question);
    run.tell(Event { scope: ScopeId(1), ..Event::of(Kind::ScopeLeft) }, "");
    run.of(Kind::PanicCaught, 0, 0, "boom");
    let (boom, full) = ("P boom", "E full");
    assert_eq!(run.travels(), ["", boom, boom, boom, full, full, boom, boom, ""]);
    let to = run.0.len() as f64;
    let view = View { to, width: 90, lanes: 1, ..view() };
    let phases = run.replay().picture(&view).phases;
    assert_eq!(phases.traveller, [0, 1]);
    assert_eq!((phases.x0, phases.x1), (vec![50.0, 20.0], vec![70.0, 90.0]));
}

#[test]
fn a_panic_inside_a_clean_up_replaces_the_error_that_runs_it() {
    let mut run = Teller::default();
    run.enter(1, "main").enter(2, "work").of(Kind::ErrorRaised, 0, 0, "full");
    run.tell(
        Event { scope: ScopeId(2), detail: Way::Question as u8, ..Event::of(Kind::ScopeLeaving) },
        "",
    );
    run.of(Kind::PanicRaised, 0, 0, "boom").leave(2, Way::Panic).of(
        Kind::PanicCaught,
        0,
        0,
        "boom",
    );
    let (boom, full) = ("P boom", "E full");
    assert_eq!(run.travels(), ["", "", full, full, boom, boom, boom, ""]);
}

#[test]
fn a_journal_that_does_not_say_how_its_program_ended_is_judged_by_its_end() {
    let mut run = Teller::default();
    run.open(1, 1, "a").open(2, 2, "b").close(2).close(1);
    let replay = run.replay();
    assert_eq!(
        replay.verdict_at(4).sentence(),
        "2 files are open. No written byte is lost so far."
    );
    assert_eq!(replay.verdict().sentence(), "Both files were closed.");
    run.open(3, 3, "c");
    assert_eq!(run.replay().verdict().sentence(), "1 of 3 files was never closed.");
}

#[test]
fn a_part_of_a_verdict_names_the_step_that_proves_it() {
    let mut run = Teller::default();
    run.open(1, 1, "a").of(Kind::Written, 1, 0, "").of(Kind::ReleaseFailed, 1, 1, "no space: a");
    run.end(Exit::Returned, 0, "");
    let verdict = run.replay().verdict();
    let parts: Vec<_> = verdict.parts.iter().map(|part| (part.text.as_str(), part.step)).collect();
    assert_eq!(parts, [("Closing the file failed.", Some(4)), ("1 byte was lost.", Some(4))]);
    assert_eq!(verdict.severity, Severity::Leak);
}

#[test]
fn a_run_on_the_disk_of_another_says_so_first() {
    let mut run = Teller::default();
    run.tell(Event { amount: 4, at: 2, ..Event::of(Kind::DiskCarriedOn) }, "a.txt, b.txt");
    run.tell(Event { at: 1_233, ..Event::of(Kind::DiskCarriedOn) }, "");
    let replay = run.replay();
    assert_eq!(
        replay.what(1),
        "The program begins on the disk of an earlier run, with `a.txt` and `b.txt` (4 bytes)."
    );
    assert_eq!(
        replay.why_text(1),
        "A disk outlives the programs that write to it. This is run 3 on this disk."
    );
    assert_eq!(replay.what(2), "The program begins on the disk of an earlier run, which is empty.");
    assert!(replay.why_text(2).contains("run 1,234"));
}

#[test]
fn lanes_are_named_for_what_lies_on_them() {
    let mut run = Teller::default();
    run.enter(1, "main").open(1, 4, "one.txt").enter(2, "loop");
    run.open(2, 5, "a").close(2).open(3, 5, "a").open(4, 5, "b").close(4).open(5, 5, "c");
    let lanes = run.replay().lanes(usize::MAX, 0..9);
    let described: Vec<_> = lanes
        .iter()
        .map(|lane| (lane.label.as_str(), lane.indent, lane.line, lane.row_of_site, lane.resources))
        .collect();
    assert_eq!(described, [("one.txt", 0, 4, 0, 1), ("a ×2", 1, 5, 0, 2), ("b … c", 1, 5, 1, 2)]);
}

#[test]
fn a_directory_takes_along_what_lies_below_it() {
    let mut run = Teller::default();
    run.path(PathChange::DirectoryCreated, 5, "/runs", "");
    run.open(1, 1, "./runs//a.txt").open(2, 1, "runs.txt");
    run.path(PathChange::Renamed, 5, "runs/", "old");
    run.path(PathChange::Removed, 11, "old/x/../a.txt", "");
    let replay = run.replay();
    let paths = |step| {
        let files = replay.moment(step).files;
        files.into_iter().map(|file| file.path).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(paths(5), "runs runs.txt runs/a.txt");
    assert_eq!(paths(6), "old old/a.txt runs.txt");
    assert_eq!(paths(7), "old runs.txt");
    assert_eq!(replay.file_bytes(6, "/old/a.txt", 0..9), Some(Vec::new()));
    assert_eq!(replay.file_bytes(7, "/old/a.txt", 0..9), None);
}

#[test]
fn a_file_that_replaces_another_keeps_its_own_bytes() {
    let mut run = Teller::default();
    let at = run.0.keep(b"new");
    run.open(1, 1, "a.tmp").open(2, 2, "a.bin");
    run.tell(Event { resource: ResourceId(1), amount: 3, at, ..Event::of(Kind::Written) }, "");
    run.of(Kind::Flushed, 1, 3, "").path(PathChange::Renamed, 11, "a.tmp", "a.bin");
    let replay = run.replay();
    let files = |step| {
        let files = replay.moment(step).files;
        files.into_iter().map(|file| (file.path, file.bytes)).collect::<Vec<_>>()
    };
    let file = |path: &str, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
    assert_eq!(files(5), [file("a.bin", b""), file("a.tmp", b"")]);
    assert_eq!(files(6), [file("a.bin", b""), file("a.tmp", b"new")]);
    assert_eq!(files(7), [file("a.bin", b"new")]);
}

#[test]
fn a_moment_of_a_long_run_lists_only_the_youngest() {
    let mut run = Teller::default();
    for resource in 1..=400 {
        run.open(resource, 1, &format!("f{resource:03}"));
    }
    for resource in 1..=100 {
        run.close(resource);
    }
    let replay = run.replay();
    let all_open = replay.moment(800);
    assert_eq!((all_open.open, all_open.handles.len()), (400, HANDLES_LISTED));
    assert_eq!(all_open.handles[0].name, "f145");
    assert_eq!(all_open.handles[HANDLES_LISTED - 1].name, "f400");
    assert!(all_open.more_files);
    assert_eq!(all_open.files.len(), FILES_LISTED);
    assert_eq!(all_open.files[0].path, "f273");
    let end = replay.moment(usize::MAX);
    assert_eq!((end.step, end.open, end.closed_so_far), (1000, 300, 100));
    let closed: Vec<_> = end.closed.iter().map(|closed| closed.resource.0).collect();
    assert_eq!(closed, (93..=100).rev().collect::<Vec<_>>());
}

#[test]
fn of_a_status_the_lowest_byte_is_seen() {
    for (given, seen) in [(0, 0), (3, 3), (300, 44), (-1, 255)] {
        let state = ExitState { exit: Exit::Called, status: given, text: "" };
        assert_eq!(state.seen(), seen);
    }
}

#[test]
fn a_transcript_has_a_line_for_each_event() {
    let expected = "
 1     0 ns  main                   `main` begins.
 2     0 ns  main          line 4   The program tries to open `train.csv`.
 3   150 µs  main          line 4   `data` opened the new file `train.csv` (handle 3).
 4   150 µs  main          line 4   `data` owns `train.csv` from here on.
 5   150 µs  main          line 5   `data` buffered 9 bytes: `hi \"you\"\\n`.
 6   150 µs  main › block  line 6   The block on line 6 begins.
 7   150 µs  main › block  line 7   The program tries to open `missing.txt`.
 8   150 µs  main › block  line 7   Opening `missing.txt` failed: not found.
 9   150 µs  main › block  line 7   `?` on line 7 got an error: `not found: missing.txt`.
10   150 µs  main › block  line 7   `?` on line 7 leaves the block on line 6.
11   150 µs  main › block  line 7   The error has left the block on line 6.
12   150 µs  main          line 9   The program tries to take the lock `app.lock`.
13     2 ms  main          line 9   The program took the shared lock `app.lock` (handle 4).
14     2 ms  main          line 10  `mem::forget` took the guard of `app.lock`.
15     2 ms  main          line 11  The program printed to standard error: `careful\\n`.
16     7 ms  main          line 12  The program slept for 5 ms.
17     7 ms  main          line 13  The program renamed `a.tmp` to `b.bin`.
18     7 ms  main          line 14  The program panicked: `index out of bounds:\\nthe len is 3`.
19     7 ms  main          line 14  The panic leaves `main`.
20     7 ms  main          line 14  `data` starts its clean-up.
21  7.15 ms  main          line 14  `data` wrote its 9 buffered bytes to `train.csv`.
22  7.15 ms  main          line 14  `data` closed `train.csv` after 7 ms.
23  7.15 ms  main          line 14  The panic has left `main`.
24  7.15 ms                         The panic left `main` and ended the program: `index out of bounds:\\nthe len is 3`.
25  7.15 ms                         The lock `app.lock` was never freed.
26  7.15 ms                         The system freed the lock `app.lock`.
";
    let replay = Replay::new(story(), Vec::new());
    assert_eq!(replay.transcript(), expected.trim_start_matches('\n'));
    assert_eq!(replay.what(0), "Nothing has happened yet.");
    assert_eq!(replay.what(replay.steps() + 1), replay.what(replay.steps()));
}

#[test]
fn a_reason_is_a_chain_of_events_with_the_nearest_first() {
    let why = Replay::new(story(), Vec::new()).why(22);
    let causes: Vec<_> = why.causes.iter().map(|cause| (cause.role, cause.step)).collect();
    let expected =
        [(Role::CleanUp, 20), (Role::Leaving, 19), (Role::Panic, 18), (Role::Acquisition, 3)];
    assert_eq!(causes, expected);
    assert_eq!((why.first(Role::Panic), why.first(Role::Error)), (Some(18), None));
}

#[test]
fn an_empty_journal_has_one_step_with_nothing_in_it() {
    let replay = Teller::default().replay();
    let moment = replay.moment(7);
    assert_eq!((moment.step, moment.time, moment.kind), (0, 0, None));
    assert_eq!(replay.verdict().sentence(), "The program opened nothing.");
    let view = View { axis: Axis::Time, ..view() };
    assert_eq!(replay.picture(&view), Picture::default());
    assert_eq!(replay.log(&Filter::all(), 0, 9), []);
}

#[test]
fn a_view_without_extent_has_nothing_in_it() {
    let replay = Replay::new(story(), Vec::new());
    let view = View { from: 3.0, to: 3.0, width: 100, ..view() };
    let bad = [
        view,
        View { from: 9.0, ..view },
        View { from: f64::NAN, ..view },
        View { to: f64::INFINITY, ..view },
        View { width: 0, to: 20.0, ..view },
    ];
    for view in bad {
        assert_eq!(replay.picture(&view), Picture::default(), "{view:?}");
    }
    let far = View { from: 900.0, to: 901.0, first_lane: 99, ..view };
    assert_eq!(replay.picture(&far), Picture::default());
}

/// The bars of a run until a step: their states by name, with a letter for each of the flags that
/// say how a resource ended.
fn bars_until(replay: &Replay, step: usize) -> String {
    let view = View { to: replay.steps() as f64, width: 900, until: Some(step), ..view() };
    let bars = replay.picture(&view).bars;
    let bar = |(&state, &flags): (&u32, &u32)| {
        let mut bar = format!("{:?}", BarState::ALL[state as usize]);
        for (bit, letter) in [
            (BarFlags::LAST, " end"),
            (BarFlags::REAPED, " reaped"),
            (BarFlags::LOST_BYTES, " lost"),
            (BarFlags::CUT_RIGHT, " …"),
        ] {
            bar += if flags & bit != 0 { letter } else { "" };
        }
        bar
    };
    bars.state.iter().zip(&bars.flags).map(bar).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_bar_does_not_tell_how_its_resource_will_end() {
    let mut run = Teller::default();
    run.of(Kind::Acquiring, 1, 0, "a").of(Kind::AcquisitionFailed, 1, 0, "busy");
    run.open(2, 1, "b").of(Kind::Forgotten, 2, 0, "forget");
    run.of(Kind::Leaked, 2, 3, "").of(Kind::Reaped, 2, 3, "");
    let replay = run.replay();
    assert_eq!(bars_until(&replay, 0), "");
    assert_eq!(bars_until(&replay, 2), "Failed end");
    assert_eq!(bars_until(&replay, 4), "Failed end, Acquiring, Open …");
    assert_eq!(bars_until(&replay, 5), "Failed end, Acquiring, Open, Forgotten …");
    let whole = "Failed end, Acquiring reaped lost, Open reaped lost, Forgotten reaped lost, \
        Leaked end reaped lost";
    assert_eq!(bars_until(&replay, 7), whole);
}

#[test]
fn a_file_cut_to_nothing_has_zeros_where_its_former_bytes_were() {
    let mut run = Teller::default();
    let at = run.0.keep(b"xy");
    let resource = ResourceId(1);
    run.of(Kind::Acquiring, 1, 0, "old.txt");
    let detail = OpenMode::WRITE | OpenMode::TRUNCATED;
    run.tell(Event { resource, amount: 7, at: 3, detail, ..Event::of(Kind::Acquired) }, "old.txt");
    run.tell(Event { resource, amount: 2, at, ..Event::of(Kind::Written) }, "");
    run.tell(Event { resource, amount: 2, at: 3, ..Event::of(Kind::Flushed) }, "");
    let file = InitialFile::file("/old.txt", 7, b"former");
    let replay = Replay::new(run.0, vec![file]);
    let bytes = |step| replay.file_bytes(step, "old.txt", 0..99).unwrap();
    assert_eq!(bytes(1), b"former");
    assert_eq!(bytes(3), b"");
    assert_eq!(bytes(4), b"\0\0\0xy");
}

#[test]
fn a_search_finds_what_a_row_says_and_all_of_a_resource() {
    let replay = Replay::new(story(), Vec::new());
    let steps = |text: &str| {
        let filter = Filter { text: text.to_owned(), ..Filter::all() };
        let rows = replay.log(&filter, 0, usize::MAX);
        rows.iter().map(|row| row.step).collect::<Vec<_>>()
    };
    assert_eq!(steps(" TRAIN "), [2, 3, 4, 5, 20, 21, 22]);
    assert_eq!(steps("clean-up started"), [20]);
    assert_eq!(steps("unwound"), [20, 22]);
    assert_eq!(steps("b.bin"), [17]);
    assert_eq!(steps("Panicked"), [18, 24]);
    assert_eq!(steps("closed"), [22, 25, 26]);
    assert_eq!(steps("data"), [4, 5, 20, 21, 22]);
    assert!(steps("nowhere").is_empty());
}

/// Events of any kind with any numbers, as a journal put together by hand may have them.
fn nonsense() -> impl Strategy<Value = Journal> {
    let event = (0..Kind::ALL.len(), 0_u32..6, 0_u32..6, 0_u32..9, 0_u8..40, 0_u32..4);
    proptest::collection::vec(event, 0..60).prop_map(|events| {
        let mut journal = Journal::new();
        for text in ["a", "b/../a", "main"] {
            journal.intern(text);
        }
        for (index, (kind, resource, scope, amount, detail, text)) in events.into_iter().enumerate()
        {
            let kind = Kind::ALL[kind];
            let at = if kind == Kind::Written { journal.keep(&[7; 9]) } else { amount };
            // Only the numbers of texts must be of this journal.
            let amount = if kind == Kind::PathChanged { text } else { amount };
            journal.record(Event {
                time: index as u64 / 3,
                resource: ResourceId(resource),
                scope: ScopeId(scope),
                text: TextId(text),
                amount,
                at,
                kind,
                detail,
                line: 0,
            });
        }
        journal
    })
}

proptest! {
    #[test]
    fn a_journal_that_makes_no_sense_is_replayed_all_the_same(journal in nonsense()) {
        let files = vec![InitialFile::file("a", 3, [1])];
        let replay = Replay::new(journal, files);
        for step in 0..=replay.steps() {
            let _ = replay.moment(step);
        }
        for axis in [Axis::Step, Axis::Time] {
            let to = replay.position_of(axis, replay.steps()) + 1.0;
            for width in [1, 7, 900] {
                let view = View { axis, to, width, lanes: usize::MAX, ..view() };
                let _ = replay.picture(&view);
            }
        }
        prop_assert_eq!(replay.transcript().lines().count(), replay.steps());
        check_words(&replay)?;
        prop_assert_eq!(replay.log(&Filter::all(), 0, usize::MAX).len(), replay.steps());
    }

    #[test]
    fn rows_that_have_a_row_move_no_further_than_they_must(
        first in 0_usize..40, count in 1_usize..20, row in 0_usize..40, around in 0_usize..9,
    ) {
        let begin = Replay::log_rows_with(first, count, row, around);
        let around = around.min((count - 1) / 2);
        let has = |begin: usize| {
            begin + around.min(row) <= row && row + around < begin + count
        };
        prop_assert!(has(begin));
        let nearest = (0..80).filter(|&begin| has(begin)).map(|begin| begin.abs_diff(first)).min();
        prop_assert_eq!(Some(begin.abs_diff(first)), nearest);
    }

    #[test]
    fn whatever_is_in_the_texts_a_sentence_is_one_line(sample in samples(), cut in 0_usize..400) {
        let mut journal = sample.journal;
        journal = first_events(&journal, cut);
        let replay = Replay::new(journal, Vec::new());
        check_words(&replay)?;
    }

    #[test]
    fn a_compiled_program_is_told_in_the_same_words(sample in samples()) {
        let mut compiled = Journal::new();
        for event in sample.journal.events().iter().filter(|event| event.kind.seen_by_language()) {
            let text = compiled.intern(sample.journal.text(event.text));
            let mut event = Event { text, scope: ScopeId::NONE, line: 0, ..*event };
            if event.kind == Kind::Written {
                event.at = compiled.keep(sample.journal.bytes(&event));
            }
            if event.kind == Kind::PathChanged && event.amount != 0 {
                event.amount = compiled.intern(sample.journal.text(TextId(event.amount))).0;
            }
            compiled.record(event);
        }
        check_words(&Replay::new(compiled, Vec::new()))?;
    }
}

/// A journal that was cut in the middle of its run.
fn first_events(journal: &Journal, count: usize) -> Journal {
    let mut cut = Journal::new();
    for text in journal.texts() {
        cut.intern(text);
    }
    cut.keep(journal.kept());
    journal.events().iter().take(count).for_each(|&event| cut.record(event));
    cut
}

/// What holds for the words of any journal.
fn check_words(replay: &Replay) -> Result<(), TestCaseError> {
    for step in 0..=replay.steps() {
        let (what, why) = (replay.what(step), replay.why(step));
        for text in [&what, &replay.why_text(step), &replay.verdict_at(step).sentence()] {
            prop_assert!(!text.contains(char::is_control), "{text:?}");
            prop_assert!(text.matches('`').count() % 2 == 0, "code without an end: {text:?}");
            prop_assert!(!text.contains("  ") || text.contains('`'), "{text:?}");
        }
        prop_assert!(what.ends_with('.') && what.len() > 1, "{what:?}");
        prop_assert_eq!(why.words(replay), replay.why_text(step));
        for cause in &why.causes {
            prop_assert!((1..=step).contains(&(cause.step as usize)), "{cause:?} of {step}");
        }
        let verdict = replay.verdict_at(step);
        for part in &verdict.parts {
            prop_assert!(part.step.is_none_or(|at| (1..=step).contains(&at)), "{part:?} at {step}");
        }
        prop_assert!(!verdict.parts.is_empty());
    }
    let transcript = replay.transcript_with_why();
    prop_assert!(transcript.lines().count() >= replay.steps());
    for (step, line) in (1..).zip(replay.transcript().lines()) {
        prop_assert!(line.ends_with(&replay.what(step)), "{line:?}");
    }
    Ok(())
}
