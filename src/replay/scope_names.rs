//! The names of the scopes on the timeline.

use crate::journal::ScopeId;

use super::columns::Columns;
use super::picture::View;
use super::{NEVER, Replay};

/// At most so many scopes are named.
pub const SCOPES_NAMED: usize = 256;

/// The name of a scope whose bands are in a picture, and the steps at which it begins and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeName {
    /// Which: [`Bands::scope`](super::Bands::scope) of its bands.
    pub scope: ScopeId,
    /// What it is called: `main`, `for, turn 3`, `block, line 7`.
    pub label: String,
    /// The source line on which it begins, from 1; 0 where it is not known.
    pub line: u16,
    /// How deep it is nested, from 0.
    pub depth: u32,
    /// The step at which it was entered.
    pub entered: usize,
    /// The step from which on it is being left; nothing as long as it is not.
    pub leaving: Option<usize>,
    /// The step at which it was left; nothing as long as it is not.
    pub left: Option<usize>,
}

impl Replay {
    /// The names of the scopes that the picture of a view shows one by one, and not gathered; the
    /// outer ones first, at most [`SCOPES_NAMED`].
    ///
    /// It costs what the picture costs.
    pub fn scope_names(&self, view: &View) -> Vec<ScopeName> {
        let columns = Columns::new(&self.clock, view);
        let mut shown = Vec::new();
        if columns.width > 0 {
            for depth in 0..self.tracks.scopes.rows() {
                self.tracks.scopes.draw(depth, &columns, |_| 0, |span| shown.push(span.item));
            }
        }
        shown.truncate(SCOPES_NAMED);
        shown.into_iter().map(|scope| self.scope_name(scope, columns.until)).collect()
    }

    fn scope_name(&self, index: u32, until: u32) -> ScopeName {
        let scope = self.facts.scopes.list[index as usize].at(until, self.journal.events());
        let label = self.journal.text(scope.label);
        let seen = |step: u32| (step != NEVER).then_some(step as usize);
        ScopeName {
            scope: scope.id,
            label: match (label, scope.turn, scope.line) {
                // There may be many of them, and none has a name of its own.
                ("block" | "const" | "unsafe" | "closure", _, 1..) => {
                    format!("{label}, line {}", scope.line)
                }
                (_, 1.., _) => format!("{label}, turn {}", scope.turn),
                _ => label.to_owned(),
            },
            line: scope.line,
            depth: scope.depth,
            entered: scope.entered as usize,
            leaving: seen(scope.left_from()),
            left: seen(scope.left),
        }
    }
}
