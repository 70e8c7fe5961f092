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

/// The resources of two runs, those that are the same next to each other, in the order of their
/// acquisition; at most `most`.
///
/// The same program does the same up to where the runs part, and resources are counted: so the same
/// number is the same resource for as long as it is also the same by name and line.
pub fn pairs<'a>(one: &'a Replay, other: &'a Replay, most: usize) -> Vec<Pair<'a>> {
    let (ones, others) = (one.lives(0..most), other.lives(0..most));
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
