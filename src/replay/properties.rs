//! On random runs, the fast answers are those of the slow and obvious twins.

use proptest::prelude::*;

use crate::journal::testing::{Sample, samples};
use crate::journal::{Kind, ResourceId};

use super::{Axis, Filter, Group, InitialFile, Replay, View, naive};

fn replay(sample: &Sample) -> Replay {
    Replay::new(sample.journal.clone(), initial(sample))
}

fn initial(sample: &Sample) -> Vec<InitialFile> {
    let files = sample.files.iter();
    files.map(|(path, node, bytes)| InitialFile::file(path, *node, bytes.clone())).collect()
}

fn axes() -> impl Strategy<Value = Axis> {
    prop_oneof![Just(Axis::Step), Just(Axis::Time)]
}

proptest! {
    // The twins take their time.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_moment_is_what_a_fold_from_the_beginning_gives(sample in samples()) {
        let replay = replay(&sample);
        for step in 0..=replay.steps() {
            let moment = replay.moment(step);
            let folded = naive::moment(&sample.journal, &initial(&sample), step, &moment);
            prop_assert_eq!(&moment, &folded, "at step {}", step);
            for file in &moment.files {
                let (from, to) = (file.size / 3, file.size);
                let part = replay.file_bytes(step, &file.path, from..to + 9);
                prop_assert_eq!(part.as_deref(), Some(&file.bytes[from as usize..]));
            }
        }
    }

    #[test]
    fn a_picture_is_what_looking_at_each_event_gives(
        sample in samples(),
        axis in axes(),
        from in -0.2_f64..0.9,
        span in 0.01_f64..1.5,
        width in 1_u32..90,
        first_lane in 0_usize..4,
    ) {
        let replay = replay(&sample);
        let whole = replay.position_of(axis, replay.steps()).max(1.0);
        let (from, to) = (whole * from, whole * (from + span));
        let view = View { axis, from, to, width, first_lane, lanes: 20, until: None };
        prop_assert_eq!(replay.picture(&view), naive::picture(&replay, view));
    }

    #[test]
    fn a_picture_of_the_whole_run_is_that_of_each_event(
        sample in samples(),
        axis in axes(),
        width in 1_u32..400,
    ) {
        let replay = replay(&sample);
        let to = replay.position_of(axis, replay.steps()).max(1.0);
        let lanes = usize::MAX;
        let view = View { axis, from: 0.0, to, width, first_lane: 0, lanes, until: None };
        let picture = replay.picture(&view);
        let view = View { lanes: replay.lane_count(), ..view };
        prop_assert_eq!(&picture, &naive::picture(&replay, view));
        let marks = sample.journal.events().iter().filter(|event| {
            super::MarkKind::of(event.kind).is_some()
        });
        let drawn: u32 = picture.marks.count.iter().chain(&picture.ruler.count).sum();
        prop_assert_eq!(drawn as usize, marks.count());
    }

    #[test]
    fn steps_and_positions_are_inverse(sample in samples(), axis in axes(), beyond in 0_usize..5) {
        let replay = replay(&sample);
        for step in 0..=replay.steps() + beyond {
            let position = replay.position_of(axis, step.min(replay.steps()));
            let back = replay.step_at(axis, position);
            prop_assert_eq!(replay.position_of(axis, back), position);
            if axis == Axis::Step {
                prop_assert_eq!(back, step.min(replay.steps()));
            }
        }
    }

    #[test]
    fn resources_of_a_lane_never_overlap_and_lanes_are_needed(sample in samples()) {
        let replay = replay(&sample);
        let lanes = replay.lanes(usize::MAX, 0..usize::MAX);
        prop_assert_eq!(lanes.len(), replay.lane_count());
        let mut busy: Vec<Option<ResourceId>> = vec![None; lanes.len()];
        let mut resources = vec![0; lanes.len()];
        for event in sample.journal.events() {
            let Some(lane) = replay.lane_of(event.resource) else { continue };
            match event.kind {
                Kind::Acquiring => {
                    prop_assert_eq!(busy[lane], None);
                    // Each row of the site above this one is taken, or it would lie there.
                    for above in 1..=lanes[lane].row_of_site as usize {
                        prop_assert!(busy[lane - above].is_some());
                    }
                    prop_assert_eq!(lanes[lane].line, event.line);
                    prop_assert_eq!(lanes[lane].kind.unwrap() as u8, event.detail);
                    busy[lane] = Some(event.resource);
                    resources[lane] += 1;
                }
                Kind::AcquisitionFailed | Kind::Released | Kind::ReleaseFailed | Kind::Reaped => {
                    prop_assert_eq!(busy[lane].take(), Some(event.resource));
                }
                _ => {}
            }
        }
        let counts: Vec<usize> = lanes.iter().map(|lane| lane.resources).collect();
        prop_assert_eq!(counts, resources);
    }

    #[test]
    fn a_filtered_log_is_the_whole_log_without_the_rest(
        sample in samples(),
        groups in 0_u8..16,
        first in 0_usize..50,
        text in prop_oneof![Just(""), Just("F1"), Just("boom"), Just("clean-up st"), Just("by")],
    ) {
        let replay = replay(&sample);
        let all = replay.log(&Filter::all(), 0, usize::MAX);
        prop_assert_eq!(all.len(), sample.journal.len());
        let filter = Filter { groups, text: text.to_owned() };
        let rows = replay.log(&filter, 0, usize::MAX);
        prop_assert_eq!(rows.len(), replay.log_len(&filter));
        if text.is_empty() {
            let wanted = all.iter().filter(|row| groups & Group::of(row.kind).bit() != 0);
            prop_assert!(wanted.eq(&rows));
        }
        let part = replay.log(&filter, first, 7);
        prop_assert_eq!(&part[..], &rows[first.min(rows.len())..(first + 7).min(rows.len())]);
        for (index, row) in rows.iter().enumerate() {
            prop_assert_eq!(replay.log_row_at(&filter, row.step), Some(index));
        }
    }

    #[test]
    fn the_verdict_counts_what_the_journal_says(sample in samples()) {
        let replay = replay(&sample);
        let verdict = replay.verdict();
        let count = |kinds: &[Kind]| {
            sample.journal.events().iter().filter(|event| kinds.contains(&event.kind)).count()
        };
        prop_assert_eq!(verdict.acquired, count(&[Kind::Acquired]));
        prop_assert_eq!(verdict.refused, count(&[Kind::AcquisitionFailed]));
        prop_assert_eq!(verdict.released, count(&[Kind::Released, Kind::ReleaseFailed]));
        prop_assert_eq!(verdict.failed_releases, count(&[Kind::ReleaseFailed]));
        prop_assert_eq!(verdict.leaked, count(&[Kind::Leaked]));
        prop_assert_eq!(verdict.reaped, count(&[Kind::Reaped]));
        prop_assert_eq!(verdict.still_open, 0);
        prop_assert_eq!(verdict.acquired, verdict.released + verdict.reaped);
    }
}
