use proptest::prelude::*;

use super::*;
use crate::journal::testing::{samples, story};
use crate::journal::{ResourceId, ScopeId};

#[test]
fn each_kind_of_line_says_by_itself_what_it_is() {
    let expected = r#"
{"seq":1,"time_ns":0,"kind":"scope-entered","scope":1,"label":"main","parent":0,"last_line":0}
{"seq":2,"time_ns":0,"kind":"acquiring","resource":1,"scope":1,"line":4,"name":"train.csv","resource_kind":"file"}
{"seq":3,"time_ns":150000,"kind":"acquired","resource":1,"scope":1,"line":4,"name":"train.csv","handle":3,"node":2,"mode":["write","created"]}
{"seq":4,"time_ns":150000,"kind":"bound","resource":1,"scope":1,"line":4,"owner":"data","binding":"declared"}
{"seq":5,"time_ns":150000,"kind":"written","resource":1,"scope":1,"line":5,"bytes":"hi \"you\"\n"}
{"seq":6,"time_ns":150000,"kind":"scope-entered","scope":2,"line":6,"label":"block","parent":1,"last_line":8}
{"seq":7,"time_ns":150000,"kind":"acquiring","resource":2,"scope":2,"line":7,"name":"missing.txt","resource_kind":"file"}
{"seq":8,"time_ns":150000,"kind":"acquisition-failed","resource":2,"scope":2,"line":7,"error":"not found: missing.txt"}
{"seq":9,"time_ns":150000,"kind":"error-raised","scope":2,"line":7,"error":"not found: missing.txt"}
{"seq":10,"time_ns":150000,"kind":"scope-leaving","scope":2,"line":7,"way":"?"}
{"seq":11,"time_ns":150000,"kind":"scope-left","scope":2,"line":7,"way":"?"}
{"seq":12,"time_ns":150000,"kind":"acquiring","resource":3,"scope":1,"line":9,"name":"app.lock","resource_kind":"lock"}
{"seq":13,"time_ns":2000500,"kind":"acquired","resource":3,"scope":1,"line":9,"name":"app.lock","handle":4,"node":5,"mode":["shared"]}
{"seq":14,"time_ns":2000500,"kind":"forgotten","resource":3,"scope":1,"line":10,"by":"mem::forget"}
{"seq":15,"time_ns":2000500,"kind":"output","scope":1,"line":11,"text":"careful\n","stream":"stderr"}
{"seq":16,"time_ns":7000500,"kind":"slept","scope":1,"line":12,"milliseconds":5}
{"seq":17,"time_ns":7000500,"kind":"path-changed","scope":1,"line":13,"path":"a.tmp","change":"renamed","node":9,"new_path":"b.bin"}
{"seq":18,"time_ns":7000500,"kind":"panic-raised","scope":1,"line":14,"message":"index out of bounds:\nthe len is 3"}
{"seq":19,"time_ns":7000500,"kind":"unwinding","scope":1,"line":14}
{"seq":20,"time_ns":7000500,"kind":"clean-up-started","resource":1,"scope":1,"line":14,"ending":"unwound"}
{"seq":21,"time_ns":7150000,"kind":"flushed","resource":1,"scope":1,"line":14,"length":9,"position":0}
{"seq":22,"time_ns":7150000,"kind":"released","resource":1,"scope":1,"line":14,"ending":"unwound"}
{"seq":23,"time_ns":7150000,"kind":"scope-left","scope":1,"line":14,"way":"panic"}
{"seq":24,"time_ns":7150000,"kind":"exited","exit":"panicked","status":101,"text":"index out of bounds:\nthe len is 3"}
{"seq":25,"time_ns":7150000,"kind":"leaked","resource":3,"buffered":0}
{"seq":26,"time_ns":7150000,"kind":"reaped","resource":3,"lost":0}
"#;
    assert_eq!(to_string(&story()), expected.trim_start());
}

#[test]
fn bytes_that_are_not_text_are_hexadecimal() {
    let mut journal = Journal::new();
    let at = journal.keep(&[0, 0xff, 0x0a]);
    journal.record(Event { amount: 3, at, ..Event::of(Kind::Written) });
    let line = to_string(&journal);
    assert_eq!(line, "{\"seq\":1,\"time_ns\":0,\"kind\":\"written\",\"bytes_hex\":\"00ff0a\"}\n");
    assert_eq!(read(&line), Ok(journal));
}

#[test]
fn journals_differ_if_anything_they_say_differs() {
    let written = |bytes: &[u8], text: &str| {
        let mut journal = Journal::new();
        journal.intern("a text that nothing uses");
        let at = journal.keep(bytes);
        let text = journal.intern(text);
        journal.record(Event { amount: bytes.len() as u32, at, ..Event::of(Kind::Written) });
        journal.record(Event { text, ..Event::of(Kind::Bound) });
        journal
    };
    let same = written(b"ab", "x");
    assert_eq!(same, read(&to_string(&same)).unwrap());
    assert_ne!(same, written(b"ac", "x"));
    assert_ne!(same, written(b"ab", "y"));
    let mut longer = same.clone();
    longer.record(Event { resource: ResourceId(1), scope: ScopeId(1), ..Event::of(Kind::Bound) });
    assert_ne!(same, longer);
}

/// What reading says to a good first line followed by a bad one.
fn complaint(second: &str) -> String {
    let first = r#"{"seq":1,"time_ns":7,"kind":"slept","milliseconds":1}"#;
    read(&format!("{first}\n\n{second}\n")).unwrap_err().to_string()
}

#[test]
fn a_bad_line_is_refused_with_its_number_and_what_was_expected() {
    let cases = [
        ("nonsense", "line 3: expected a JSON object: expected ident at line 1 column 2"),
        ("[1]", "line 3: expected a JSON object, found a list"),
        (
            r#"{"time_ns":7,"kind":"slept","milliseconds":1}"#,
            "line 3: expected `seq` to be a whole number up to 18446744073709551615, found no such field",
        ),
        (
            r#"{"seq":3,"time_ns":7,"kind":"slept","milliseconds":1}"#,
            "line 3: expected `seq` to be 2, found 3",
        ),
        (
            r#"{"seq":2,"time_ns":6,"kind":"slept","milliseconds":1}"#,
            "line 3: expected `time_ns` to be at least 7, found 6",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"dozed"}"#,
            "line 3: expected `kind` to be a kind of event, found `dozed`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"slept","milliseconds":-1}"#,
            "line 3: expected `milliseconds` to be a whole number up to 4294967295, found `-1`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"slept","line":65536,"milliseconds":1}"#,
            "line 3: expected `line` to be a whole number up to 65535, found `65536`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"slept","milliseconds":1,"dreams":2}"#,
            "line 3: expected no field `dreams` in `slept`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"bound","owner":3}"#,
            "line 3: expected `owner` to be a text, found `3`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"scope-left","way":"jump"}"#,
            "line 3: expected `way` to be one of `end`, `return`, `break`, `continue`, `?`, `panic`, found `jump`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"acquired","name":"a","handle":3,"node":1,"mode":["warp"]}"#,
            "line 3: expected `mode` to be one of `read`, `write`, `append`, `truncated`, `created`, `shared`, found `warp`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"written","bytes_hex":"0g"}"#,
            "line 3: expected `bytes_hex` to be pairs of hexadecimal digits, found `0g`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"exited","exit":"called","status":4294967296,"text":""}"#,
            "line 3: expected `exit` to be one of `returned`, `failed`, `panicked`, `exit called`, `stopped`, `aborted`, `killed`, found `called`",
        ),
        (
            r#"{"seq":2,"time_ns":7,"kind":"exited","exit":"exit called","status":4294967296,"text":""}"#,
            "line 3: expected `status` to be a whole number of 32 bits, found `4294967296`",
        ),
    ];
    for (line, expected) in cases {
        assert_eq!(complaint(line), expected, "for {line}");
    }
}

#[test]
fn a_negative_exit_status_survives() {
    let mut journal = Journal::new();
    journal.record(Event { amount: -3_i32 as u32, ..Event::of(Kind::Exited) });
    let line = to_string(&journal);
    assert!(line.contains(r#""status":-3"#), "{line}");
    assert_eq!(read(&line), Ok(journal));
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(sample in samples()) {
        let lines = to_string(&sample.journal);
        prop_assert_eq!(lines.lines().count(), sample.journal.len());
        let journal = read(&lines).unwrap();
        prop_assert!(journal == sample.journal);
        prop_assert_eq!(to_string(&journal), lines);
    }
}
