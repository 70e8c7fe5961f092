//! Two runs of one program side by side: the same text under `panic = "unwind"` and under
//! `panic = "abort"`.

use super::{Life, Replay};

/// One resource in both runs; nothing where a run did not get as far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair<'a> {
    /// In the one run.
    pub one: Option<Life<'a>>,
    /// In the other.
    pub other: Option<Life<'a>>,
}

/// The resources of two runs as they are at a step, those that are the same next to each other, in the
/// order of their acquisition; at most `most`.
///
/// The same program does the same up to where the runs part, and resources are counted: so the same
/// number is the same resource for as long as it is also the same by name and line.
pub fn pairs<'a>(one: &'a Replay, other: &'a Replay, step: usize, most: usize) -> Vec<Pair<'a>> {
    let (ones, others) = (one.lives(step, 0..most), other.lives(step, 0..most));
    let longest = ones.len().max(others.len());
    let (mut ones, mut others) = (ones.into_iter(), others.into_iter());
    let mut pairs = Vec::new();
    for _ in 0..longest {
        match (ones.next(), others.next()) {
            (Some(one), Some(other)) if (one.name, one.line) != (other.name, other.line) => {
                pairs.push(Pair { one: Some(one), other: None });
                pairs.push(Pair { one: None, other: Some(other) });
            }
            (one, other) => pairs.push(Pair { one, other }),
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Event, Journal, Kind, ResourceId};

    /// A run that opens these, one after the other.
    fn run(names: &[&str]) -> Replay {
        let mut journal = Journal::new();
        for (index, name) in names.iter().enumerate() {
            let (resource, text) = (ResourceId(index as u32 + 1), journal.intern(name));
            journal.record(Event { resource, text, ..Event::of(Kind::Acquiring) });
            journal.record(Event { resource, text, ..Event::of(Kind::Acquired) });
        }
        Replay::new(journal, Vec::new())
    }

    #[track_caller]
    fn check(one: &[&str], other: &[&str], expected: &[[&str; 2]]) {
        let (one, other) = (run(one), run(other));
        let name = |life: Option<Life<'_>>| life.map_or("", |life| life.name).to_owned();
        let pairs: Vec<_> = pairs(&one, &other, usize::MAX, 9)
            .into_iter()
            .map(|pair| [name(pair.one), name(pair.other)])
            .collect();
        assert_eq!(pairs, expected);
    }

    #[test]
    fn the_same_resource_of_two_runs_is_one_pair() {
        check(&["a", "b"], &["a", "b"], &[["a", "a"], ["b", "b"]]);
    }

    #[test]
    fn what_only_one_run_got_to_has_no_partner() {
        check(&["a", "b"], &["a"], &[["a", "a"], ["b", ""]]);
        check(&[], &["a"], &[["", "a"]]);
    }

    #[test]
    fn runs_that_part_are_not_taken_for_the_same() {
        check(&["a", "b"], &["a", "c"], &[["a", "a"], ["b", ""], ["", "c"]]);
    }
}
