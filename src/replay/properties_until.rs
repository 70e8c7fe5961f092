//! On random runs, what is shown until a step is what is shown of the journal that ends there.

use proptest::prelude::*;

use crate::journal::ResourceId;
use crate::journal::testing::samples;

use super::{Axis, Filter, LogRows, Replay, View, naive, pairs};

fn axes() -> impl Strategy<Value = Axis> {
    prop_oneof![Just(Axis::Step), Just(Axis::Time)]
}

proptest! {
    // The twins take their time.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_picture_until_a_step_is_that_of_the_journal_that_ends_there(
        sample in samples(),
        axis in axes(),
        from in -0.2_f64..0.5,
        span in 0.01_f64..1.5,
        // With few pixels, many events share one.
        width in prop_oneof![1_u32..9, 9_u32..400],
        share in 0.0_f64..1.0,
    ) {
        let replay = Replay::new(sample.journal, Vec::new());
        let whole = replay.position_of(axis, replay.steps()).max(1.0);
        let (from, to) = (whole * from, whole * (from + span));
        let first = (share * replay.steps() as f64) as usize;
        for step in first..=(first + 3).min(replay.steps()) {
            let lanes = replay.lane_count();
            let view = View { axis, from, to, width, first_lane: 0, lanes, until: Some(step) };
            prop_assert_eq!(replay.picture(&view), naive::picture(&replay, view), "until {}", step);
        }
    }

    #[test]
    fn a_picture_until_the_last_step_is_the_picture(sample in samples(), axis in axes()) {
        let replay = Replay::new(sample.journal, Vec::new());
        let to = replay.position_of(axis, replay.steps()).max(1.0);
        let view = View { axis, from: 0.0, to, width: 300, first_lane: 0, lanes: 20, until: None };
        let until = View { until: Some(replay.steps()), ..view };
        prop_assert_eq!(replay.picture(&view), replay.picture(&until));
    }

    #[test]
    fn table_lanes_and_log_until_a_step_are_those_of_the_journal_that_ends_there(
        sample in samples(),
        share in 0.0_f64..1.0,
        groups in 0_u8..16,
        text in prop_oneof![Just(""), Just("f1")],
    ) {
        let replay = Replay::new(sample.journal, Vec::new());
        let step = (share * replay.steps() as f64) as usize;
        let cut = Replay::new(naive::cut(replay.journal(), step), Vec::new());
        prop_assert_eq!(replay.life_count(step), cut.life_count(step));
        prop_assert_eq!(replay.lives(step, 0..usize::MAX), cut.lives(step, 0..usize::MAX));
        let lives = replay.lives(step, 0..usize::MAX);
        let pairs = pairs(&replay, &cut, step, usize::MAX);
        prop_assert!(pairs.iter().map(|pair| pair.one.clone().unwrap()).eq(lives.clone()));
        prop_assert!(pairs.iter().map(|pair| pair.other.clone().unwrap()).eq(lives));

        let lanes = replay.lanes(step, 0..usize::MAX);
        prop_assert_eq!(lanes.len(), replay.lane_count());
        let begun = lanes.iter().filter(|lane| lane.kind.is_some());
        prop_assert!(begun.eq(&cut.lanes(step, 0..usize::MAX)));
        for id in 1..=cut.life_count(step) as u32 {
            let (lane, of_cut) = (replay.lane_of(ResourceId(id)), cut.lane_of(ResourceId(id)));
            prop_assert_eq!(&lanes[lane.unwrap()], &cut.lanes(step, 0..usize::MAX)[of_cut.unwrap()]);
        }

        let filter = Filter { groups, text: text.to_owned() };
        let wanted = LogRows { first: 2, count: 5, step, around: None, ends_there: true };
        prop_assert_eq!(replay.log_page(&filter, &wanted), cut.log_page(&filter, &wanted));
        let of_cut = LogRows { ends_there: false, ..wanted };
        prop_assert_eq!(replay.log_page(&filter, &wanted), cut.log_page(&filter, &of_cut));
    }
}
