use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::journal::testing::{samples, story};

/// A span as it is read back: sequence number, nanoseconds of both ends, and how it ended.
type Span = (u64, u64, u64, Option<String>);

fn entries(trace: &str) -> Vec<Value> {
    let trace: Value = serde_json::from_str(trace).unwrap();
    assert_eq!(trace["displayTimeUnit"], "ms");
    trace["traceEvents"].as_array().unwrap().clone()
}

fn nanoseconds(value: &Value) -> u64 {
    (value.as_f64().unwrap() * 1000.0).round() as u64
}

/// The spans of a category, by what they belong to.
fn spans(entries: &[Value], category: &str, id: &str, how: &str) -> BTreeMap<u64, Span> {
    let spans = entries.iter().filter(|entry| entry["ph"] == "X" && entry["cat"] == category);
    let read = |entry: &Value| {
        let (start, args) = (nanoseconds(&entry["ts"]) - ORIGIN, &entry["args"]);
        let end = entry["ts"].as_f64().unwrap() + entry["dur"].as_f64().unwrap();
        let end = nanoseconds(&Value::from(end)) - ORIGIN;
        let how = args[how].as_str().map(str::to_owned);
        (args[id].as_u64().unwrap(), (args["seq"].as_u64().unwrap(), start, end, how))
    };
    spans.map(read).collect()
}

/// The spans that the journal itself tells of, from one kind of event to the first of others.
fn told(
    journal: &Journal,
    from: Kind,
    to: &[Kind],
    id: fn(&Event) -> u32,
    how: fn(&Event) -> &'static str,
) -> BTreeMap<u64, Span> {
    let last = journal.events().last().map_or(0, |event| event.time);
    let all = || journal.events().iter().enumerate();
    let span = |(index, start): (usize, &Event)| {
        let end = all().skip(index).find(|(_, end)| to.contains(&end.kind) && id(end) == id(start));
        let until = end.map_or(last, |(_, end)| end.time);
        let how = end.map(|(_, end)| how(end).to_owned());
        (u64::from(id(start)), (index as u64 + 1, start.time, until, how))
    };
    all().filter(|(_, event)| event.kind == from).map(span).collect()
}

const ENDS: [Kind; 4] =
    [Kind::AcquisitionFailed, Kind::Released, Kind::ReleaseFailed, Kind::Reaped];

proptest! {
    #[test]
    fn reading_a_trace_back_gives_the_same_spans_and_instants(sample in samples()) {
        let journal = &sample.journal;
        let entries = entries(&to_string(journal));

        let resource = |event: &Event| event.resource.0;
        let resources = spans(&entries, "resource", "resource", "outcome");
        prop_assert_eq!(resources, told(journal, Kind::Acquiring, &ENDS, resource, |end| end.kind.name()));
        let clean_ups = spans(&entries, "clean-up", "resource", "none");
        let expected = told(journal, Kind::CleanUpStarted, &ENDS, resource, |_| "");
        let expected: BTreeMap<_, _> = expected
            .into_iter()
            .map(|(id, (seq, start, end, _))| (id, (seq, start, end, None)))
            .collect();
        prop_assert_eq!(clean_ups, expected);
        let way = |end: &Event| Way::from_code(end.detail).unwrap().name();
        let scopes = spans(&entries, "scope", "scope", "way");
        prop_assert_eq!(scopes, told(journal, Kind::ScopeEntered, &[Kind::ScopeLeft], |event| event.scope.0, way));

        // Each event that opens or closes no span of its own is an instant.
        let instants: Vec<(u64, u64, String)> = entries
            .iter()
            .filter(|entry| entry["ph"] == "i")
            .map(|entry| {
                let name = entry["name"].as_str().unwrap().to_owned();
                (entry["args"]["seq"].as_u64().unwrap(), nanoseconds(&entry["ts"]) - ORIGIN, name)
            })
            .collect();
        let spanning =
            [Kind::Acquiring, Kind::CleanUpStarted, Kind::ScopeEntered, Kind::ScopeLeft];
        let expected: Vec<_> = journal
            .events()
            .iter()
            .enumerate()
            .filter(|(_, event)| !spanning.contains(&event.kind))
            .map(|(index, event)| (index as u64 + 1, event.time, event.kind.name().to_owned()))
            .collect();
        prop_assert_eq!(instants, expected);
    }

    #[test]
    fn spans_of_a_row_nest_and_each_row_has_a_name(sample in samples()) {
        let trace = to_string(&sample.journal);
        let entries = entries(&trace);
        // Compared as a viewer does: each number to its last digit.
        let mut rows: BTreeMap<u64, Vec<f64>> = BTreeMap::new();
        let (mut held, mut most) = (0, 0);
        for event in sample.journal.events() {
            held += u64::from(event.kind == Kind::Acquiring);
            held -= u64::from(ENDS.contains(&event.kind));
            most = most.max(held);
        }
        let named: Vec<u64> = entries
            .iter()
            .filter(|entry| entry["name"] == "thread_name")
            .map(|entry| entry["tid"].as_u64().unwrap())
            .collect();
        // Rows are taken again: there are no more than resources at once.
        prop_assert_eq!(named.len() as u64, 2 + most);
        for line in trace.lines().filter(|line| line.contains("\"ph\":\"X\"")) {
            let row = exact(line, "tid") as u64;
            prop_assert!(named.contains(&row));
            let open = rows.entry(row).or_default();
            let start = exact(line, "ts");
            let end = start + exact(line, "dur");
            open.retain(|&other| other > start);
            prop_assert!(open.iter().all(|&other| end <= other), "{line} overlaps");
            open.push(end);
        }
    }
}

/// A number of an entry to its last digit, which `serde_json` does not promise.
fn exact(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!("\"{name}\":")).unwrap();
    rest[..rest.find([',', '}']).unwrap()].parse().unwrap()
}

#[test]
fn a_trace_looks_as_perfetto_wants_it() {
    let mut journal = story();
    // The lines of the file: the first resource, and the first instant on its row.
    let trace = to_string(&journal);
    let entry = |name: &str, ph: &str| {
        let entries = entries(&trace);
        let found = entries.iter().find(|entry| entry["name"] == name && entry["ph"] == ph);
        found.unwrap().to_string()
    };
    assert_eq!(
        entry("train.csv", "X"),
        r#"{"args":{"line":4,"outcome":"released","resource":1,"resource_kind":"file","scope":1,"seq":2,"until":22},"cat":"resource","dur":7150.0,"name":"train.csv","ph":"X","pid":1,"tid":3,"ts":1.0}"#
    );
    assert_eq!(
        entry("acquired", "i"),
        r#"{"args":{"handle":3,"line":4,"mode":["write","created"],"name":"train.csv","resource":1,"scope":1,"seq":3,"text":"train.csv"},"cat":"resource","name":"acquired","ph":"i","pid":1,"s":"t","tid":3,"ts":151.0}"#
    );
    assert_eq!(
        entry("block", "X"),
        r#"{"args":{"line":6,"scope":2,"seq":6,"until":11,"way":"?"},"cat":"scope","dur":0.0,"name":"block","ph":"X","pid":1,"tid":1,"ts":151.0}"#
    );
    assert_eq!(
        entry("thread_name", "M"),
        r#"{"args":{"name":"scopes"},"cat":"__metadata","name":"thread_name","ph":"M","pid":1,"tid":1,"ts":0.0}"#
    );
    journal = Journal::new();
    assert_eq!(entries(&to_string(&journal)).len(), 3);
}
