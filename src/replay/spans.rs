//! Which of many spans of steps contain a given step.

use super::pyramid::Pyramid;

/// Spans in order of their start, asked for those alive at a step.
///
/// This is what makes any step as cheap as the first: no state is kept at checkpoints or folded
/// from the beginning, and the cost is that of the spans found, whatever the length of the run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spans {
    starts: Vec<u32>,
    ends: Pyramid<u32>,
}

impl Spans {
    /// Of spans that are there from step `start` on and no longer at step `end`; starts in order.
    pub(crate) fn new(starts: Vec<u32>, ends: Vec<u32>) -> Self {
        debug_assert!(starts.is_sorted());
        Self { starts, ends: Pyramid::new(ends) }
    }

    /// How many have started at a step, alive or not.
    pub(crate) fn started(&self, step: u32) -> usize {
        self.starts.partition_point(|&start| start <= step)
    }

    /// The indexes of those alive at a step, the latest first.
    pub(crate) fn alive(&self, step: u32) -> impl Iterator<Item = usize> + '_ {
        let mut before = self.started(step);
        std::iter::from_fn(move || {
            before = self.ends.last_before(before, |end| end > step)?;
            Some(before)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_alive_from_its_start_until_before_its_end() {
        let spans = Spans::new(vec![1, 2, 2, 5], vec![9, 3, 2, 6]);
        let alive = |step| spans.alive(step).collect::<Vec<_>>();
        assert!(alive(0).is_empty());
        assert_eq!(alive(1), [0]);
        assert_eq!(alive(2), [1, 0]);
        assert_eq!(alive(3), [0]);
        assert_eq!(alive(5), [3, 0]);
        assert!(alive(9).is_empty());
    }
}
