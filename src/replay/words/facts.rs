//! How a sentence names what an event is about: the guard, the file, the scope, the line.

use std::ops::Deref;

use crate::journal::Way;
use crate::replay::NEVER;
use crate::replay::scene::{Leaving, Scene};

use super::error;
use super::scope::ScopeName;
use super::text::{capitalised, name};

/// A step whose event is put into words.
pub(super) struct Facts<'a>(pub(super) Scene<'a>);

impl<'a> Deref for Facts<'a> {
    type Target = Scene<'a>;

    fn deref(&self) -> &Scene<'a> {
        &self.0
    }
}

impl Facts<'_> {
    /// The path or name of a resource: `` `train.log` ``.
    pub(super) fn file(&self, index: usize) -> String {
        name(self.raw(self.resource(index).name))
    }

    /// How many bytes a file held before this step.
    pub(super) fn held_before(&self, index: usize) -> u64 {
        let file = self.resource(index).file;
        let files = &self.replay.facts.files;
        if file == NEVER { 0 } else { u64::from(files.size(file as usize, self.step - 1)) }
    }

    /// The same, with what it is where that is no file: `` the lock `train.lock` ``.
    pub(super) fn resource_noun(&self, index: usize) -> String {
        match self.is_lock(index) {
            true => format!("the lock {}", self.file(index)),
            false => self.file(index),
        }
    }

    /// The owner of a resource where it has a name.
    pub(super) fn variable(&self, index: usize) -> Option<String> {
        let owner = name(self.raw(self.owner(index)?.name));
        let clean_up = self.at(self.resource(index).clean_up);
        let is_replaced = self.in_clean_up(index) && clean_up.replacement(index).is_some();
        Some(if is_replaced { format!("the old value of {owner}") } else { owner })
    }

    /// The guard itself: the variable that it is, else `` the guard of `train.log` ``, with the place it
    /// is in where that may hold others.
    pub(super) fn guard(&self, index: usize) -> String {
        let owner = self.owner(index);
        match (self.variable(index), owner.is_some_and(|owner| owner.declared)) {
            (Some(variable), true) => variable,
            (Some(place), false) => format!("the guard of {} in {place}", self.file(index)),
            (None, _) => format!("the guard of {}", self.file(index)),
        }
    }

    /// The event's error with what it adds to the name of its resource: `no space`.
    pub(super) fn error_of(&self, index: usize, step: u32) -> String {
        let text = self.raw(self.event_of(step).text);
        error::without_path(text, self.raw(self.resource(index).name))
    }

    /// `step`, `the block on line 7`.
    pub(super) fn scope(&self, index: usize) -> ScopeName {
        ScopeName::of(self.replay, index)
    }

    /// The scope of the event.
    pub(super) fn own_scope(&self) -> Option<ScopeName> {
        self.scope_index(self.event().scope).map(|scope| self.scope(scope))
    }

    /// ` on line 14`, where the line of the event of a step is known.
    pub(super) fn on_line(&self, step: u32) -> String {
        match self.event_of(step).line {
            0 => String::new(),
            line => format!(" on line {line}"),
        }
    }

    /// That control has left a scope: `The panic left step`, `` `step` ended ``.
    pub(super) fn left(&self, leaving: Leaving) -> String {
        let scope = self.scope(leaving.scope);
        let leaver = capitalised(&self.leaver(leaving));
        match leaving.way {
            Way::End => format!("{} ended", capitalised(&scope.turn())),
            Way::Continue => format!("{leaver} ended {}", scope.turn()),
            _ => format!("{leaver} left {}", scope.noun()),
        }
    }

    /// What made control leave a scope: `` `return` on line 14 ``, `the panic`.
    fn leaver(&self, leaving: Leaving) -> String {
        let keyword = |word: &str| format!("`{word}`{}", self.on_line(leaving.step));
        match leaving.way {
            Way::Panic => "the panic".to_owned(),
            Way::Question if self.at_step(leaving.step).travels().error.is_some() => {
                "the error".to_owned()
            }
            Way::Question => keyword("?"),
            Way::Return => keyword("return"),
            Way::Break => keyword("break"),
            Way::Continue => keyword("continue"),
            Way::End => self.scope(leaving.scope).noun(),
        }
    }

    /// The same facts at another step.
    pub(super) fn at_step(&self, step: u32) -> Self {
        Self(self.0.at(step))
    }

    /// A failed call as a sentence: `` Opening `data.csv` failed: not found. ``
    pub(super) fn failure(&self, step: u32) -> String {
        super::what::what(&self.at_step(step))
    }
}
