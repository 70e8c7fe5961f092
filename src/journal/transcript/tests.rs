use super::*;
use crate::journal::testing::{samples, story};

use proptest::prelude::*;

#[test]
fn a_transcript_has_a_readable_line_for_each_event() {
    let expected = r#"
 1  +0.000 ms  main                   scope entered       main
 2  +0.000 ms  main          line 4   acquiring           file train.csv
 3  +0.150 ms  main          line 4   acquired            train.csv as handle 3 (write, created)
 4  +0.150 ms  main          line 4   bound               train.csv to `data`
 5  +0.150 ms  main          line 5   written             9 bytes to train.csv, buffered: "hi \"you\"\n"
 6  +0.150 ms  main › block  line 6   scope entered       block
 7  +0.150 ms  main › block  line 7   acquiring           file missing.txt
 8  +0.150 ms  main › block  line 7   acquisition failed  not found: missing.txt
 9  +0.150 ms  main › block  line 7   error raised        not found: missing.txt
10  +0.150 ms  main › block  line 7   scope leaving       block by ?
11  +0.150 ms  main › block  line 7   scope left          block by ?
12  +0.150 ms  main          line 9   acquiring           lock app.lock
13  +2.000 ms  main          line 9   acquired            app.lock as handle 4 (shared)
14  +2.000 ms  main          line 10  forgotten           app.lock, handle 4 by mem::forget
15  +2.000 ms  main          line 11  output              "careful\n" to standard error
16  +7.000 ms  main          line 12  slept               5 ms
17  +7.000 ms  main          line 13  path changed        a.tmp renamed to b.bin
18  +7.000 ms  main          line 14  panic raised        index out of bounds:\nthe len is 3
19  +7.000 ms  main          line 14  unwinding           main by a panic
20  +7.000 ms  main          line 14  clean-up started    train.csv, handle 3, by its guard (unwound)
21  +7.150 ms  main          line 14  flushed             9 bytes of train.csv to the disk at 0
22  +7.150 ms  main          line 14  released            train.csv, handle 3, by its guard (unwound), open for 7.000 ms
23  +7.150 ms  main          line 14  scope left          main by a panic
24  +7.150 ms                         exited              a panic left main, status 101: index out of bounds:\nthe len is 3
25  +7.150 ms                         leaked              app.lock, handle 4 was never released
26  +7.150 ms                         reaped              app.lock, handle 4 closed by the world, free again
"#;
    assert_eq!(transcript(&story()), expected.trim_start_matches('\n'));
}

proptest! {
    #[test]
    fn whatever_is_in_the_texts_an_event_is_one_line(sample in samples()) {
        prop_assert_eq!(transcript(&sample.journal).lines().count(), sample.journal.len());
    }
}
