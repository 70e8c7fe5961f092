//! What a program printed, as a terminal shows it.

use super::Replay;

/// At most so many bytes are shown before a step, and as many after it.
pub const BYTES_PRINTED: usize = 16 * 1024;
/// At most so many pieces are shown before a step, and as many after it.
pub const PIECES_PRINTED: usize = 512;

/// Some of what a program printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed<'a> {
    /// Each piece that it printed at once, in order. None is empty.
    pub pieces: Vec<Piece<'a>>,
    /// Whether there is more than is shown: before the first piece, or after the last one.
    pub cut: bool,
}

/// What a program printed at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text. Of a very long one, the part that is nearest to the step asked about.
    pub text: &'a str,
    /// Whether it went to standard error.
    pub error: bool,
    /// The step at which it was printed.
    pub step: usize,
}

impl Replay {
    /// What the program printed up to a step: the last of it, if it is much.
    pub fn printed_until(&self, step: usize) -> Printed<'_> {
        let printed = self.facts.outputs.partition_point(|output| output.0 <= self.known(step));
        let last_first = self.facts.outputs[..printed].iter().rev();
        let mut shown = self
            .shown(last_first, |text, most| &text[text.ceil_char_boundary(text.len() - most)..]);
        shown.pieces.reverse();
        shown
    }

    /// What the program printed after a step: the first of it, if it is much.
    pub fn printed_after(&self, step: usize) -> Printed<'_> {
        let printed = self.facts.outputs.partition_point(|output| output.0 <= self.known(step));
        self.shown(self.facts.outputs[printed..].iter(), |text, most| {
            &text[..text.floor_char_boundary(most)]
        })
    }

    /// As many pieces as are shown, the nearest first. `part` takes so many bytes at most of a text
    /// that is too long.
    fn shown<'a>(
        &'a self,
        nearest_first: impl Iterator<Item = &'a (u32, u64)>,
        part: impl Fn(&'a str, usize) -> &'a str,
    ) -> Printed<'a> {
        let mut printed = Printed { pieces: Vec::new(), cut: false };
        let mut left = BYTES_PRINTED;
        for &(step, _) in nearest_first {
            let event = &self.journal.events()[step as usize - 1];
            let text = self.journal.text(event.text);
            if text.is_empty() {
                continue;
            }
            printed.cut = text.len() > left || printed.pieces.len() == PIECES_PRINTED;
            let text = if text.len() > left { part(text, left) } else { text };
            if !text.is_empty() && printed.pieces.len() < PIECES_PRINTED {
                let (error, step) = (event.detail != 0, step as usize);
                printed.pieces.push(Piece { text, error, step });
            }
            if printed.cut {
                break;
            }
            left -= text.len();
        }
        printed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Event, Journal, Kind};

    /// A run that prints these, those that begin with `!` as errors.
    fn run<'t>(texts: impl IntoIterator<Item = &'t str>) -> Replay {
        let mut journal = Journal::new();
        for printed in texts {
            let detail = u8::from(printed.starts_with('!'));
            let text = journal.intern(printed);
            journal.record(Event { text, detail, ..Event::of(Kind::Output) });
        }
        Replay::new(journal, Vec::new())
    }

    /// The pieces with their steps, and `…` where there is more.
    fn shown(printed: Printed<'_>) -> String {
        let pieces = printed.pieces.iter().map(|piece| {
            assert_eq!(piece.error, piece.text.starts_with('!'));
            format!("{}:{}", piece.step, piece.text)
        });
        let cut = printed.cut.then(|| "…".to_owned());
        pieces.chain(cut).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_step_parts_what_was_printed_from_what_will_be() {
        let run = run(["one", "", "!two", "three"]);
        assert_eq!(shown(run.printed_until(0)), "");
        assert_eq!(shown(run.printed_after(0)), "1:one 3:!two 4:three");
        assert_eq!(shown(run.printed_until(3)), "1:one 3:!two");
        assert_eq!(shown(run.printed_after(3)), "4:three");
        assert_eq!(shown(run.printed_until(9)), "1:one 3:!two 4:three");
        assert_eq!(shown(run.printed_after(9)), "");
    }

    #[test]
    fn much_output_is_cut_where_it_is_furthest_from_the_step() {
        let long = "ä".repeat(BYTES_PRINTED);
        let run = run(["before", &long, "after"]);
        let (until, after) = (run.printed_until(3), run.printed_after(0));
        assert!(until.cut && after.cut);
        assert_eq!(until.pieces.iter().map(|piece| piece.step).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(after.pieces.iter().map(|piece| piece.step).collect::<Vec<_>>(), [1, 2]);
        // Nothing is cut within a character.
        assert_eq!(until.pieces[0].text.len(), BYTES_PRINTED - "after".len() - 1);
        assert_eq!(after.pieces[1].text.len(), BYTES_PRINTED - "before".len());
        let end = run.printed_until(2);
        assert_eq!((end.pieces.len(), end.cut), (1, true));
    }

    #[test]
    fn output_that_just_fits_is_not_cut() {
        let full = "x".repeat(BYTES_PRINTED);
        let run = run(["", &full]);
        assert!(!run.printed_until(2).cut && !run.printed_after(0).cut);
    }

    #[test]
    fn many_small_pieces_are_cut_as_well() {
        let run = run(std::iter::repeat_n("x", PIECES_PRINTED + 1));
        let until = run.printed_until(usize::MAX);
        assert_eq!((until.pieces.len(), until.cut), (PIECES_PRINTED, true));
        assert_eq!(until.pieces[0].step, 2);
        let all = run.printed_until(PIECES_PRINTED);
        assert_eq!((all.pieces.len(), all.cut), (PIECES_PRINTED, false));
    }
}
