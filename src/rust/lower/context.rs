//! The function that is being lowered: its slots, its variables, its loops.

use std::cell::Cell;
use std::rc::Rc;

use super::Lowerer;
use super::exits::Leaving;
use crate::run::diagnostic::Span;
use crate::rust::check::types::Ty;
use crate::rust::ir::{Capture, Declared, Label, Moves, Place, PlaceBase, Temps};

/// One function or closure while it is lowered.
pub(super) struct Context {
    /// The next free slot.
    pub(super) next: u32,
    /// How many slots the frame needs.
    pub(super) slots: u32,
    /// Variables, block by block; a later one of the same name shadows an earlier one.
    pub(super) blocks: Vec<Vec<Variable>>,
    /// Loops and labelled blocks around, the innermost last.
    pub(super) exits: Vec<Exit>,
    /// How deep in expressions it is now, and was at most.
    pub(super) depth: u32,
    pub(super) deepest: u32,
    pub(super) closure: Option<ClosureContext>,
    /// The byte its body begins at; 0 for a closure.
    pub(super) body_starts: u32,
    /// What messages need to know of its variables.
    pub(super) declared: Vec<Declared>,
    /// The types of the fields that are read by value.
    pub(super) field_types: Vec<(Span, Rc<str>)>,
    /// Within so many `unsafe` blocks.
    pub(super) unsafes: u32,
    /// What it returns, as far as that is known.
    pub(super) returns: Ty,
    /// Where its name is declared; a closure has none.
    pub(super) named: Option<Span>,
}

/// A variable.
#[derive(Clone)]
pub(super) struct Variable {
    pub(super) name: Rc<str>,
    pub(super) slot: u32,
    pub(super) ty: Ty,
    /// Declared with `mut`.
    pub(super) mutable: bool,
    /// Has a value from its declaration on, so that assigning needs `mut`.
    pub(super) set: bool,
    pub(super) declared: Span,
    /// Of a closure's captured variable: whether it took it by reference.
    pub(super) captured: Option<Rc<Cell<bool>>>,
}

/// Where a `break` or `continue` can lead.
pub(super) struct Exit {
    pub(super) name: Option<String>,
    pub(super) label: Label,
    pub(super) leaving: Leaving,
    /// Where it begins.
    pub(super) span: Span,
}

pub(super) struct ClosureContext {
    /// `move || …`
    pub(super) moves: bool,
    /// The first of the slots kept for what it takes along: as many as it could name.
    pub(super) first: u32,
    pub(super) captures: Vec<Capture>,
    /// Where it gives away something it took along.
    pub(super) once: Option<Span>,
}

impl Context {
    pub(super) fn new(closure: Option<ClosureContext>) -> Self {
        Self {
            next: 0,
            slots: 0,
            blocks: vec![Vec::new()],
            exits: Vec::new(),
            depth: 0,
            deepest: 0,
            closure,
            body_starts: 0,
            declared: Vec::new(),
            field_types: Vec::new(),
            unsafes: 0,
            returns: Ty::Unknown,
            named: None,
        }
    }
}

impl Context {
    /// Notes that a part of what a closure took along is named, by the path of its fields.
    pub(super) fn uses_part(&mut self, slot: u32, part: Vec<Rc<str>>, span: Span) {
        if let Some(closure) = &mut self.closure
            && let Some(capture) = closure.captures.get_mut((slot - closure.first) as usize)
        {
            if capture.parts.is_empty() {
                capture.used = span;
            }
            capture.parts.push(part);
        }
    }

    /// Notes that what was noted last is not all: a field of it is named.
    pub(super) fn uses_field(&mut self, slot: u32, name: &Rc<str>) {
        if let Some(closure) = &mut self.closure
            && let Some(capture) = closure.captures.get_mut((slot - closure.first) as usize)
            && let Some(part) = capture.parts.last_mut()
        {
            part.push(Rc::clone(name));
        }
    }
}

impl Lowerer<'_> {
    pub(super) fn context(&mut self) -> &mut Context {
        self.contexts.last_mut().expect("a function is being lowered")
    }

    /// A new slot, above all that are in use.
    pub(super) fn slot(&mut self) -> u32 {
        let context = self.context();
        let slot = context.next;
        context.next += 1;
        context.slots = context.slots.max(context.next);
        slot
    }

    /// Lowers something with temporaries of its own; gives back their slots afterwards.
    pub(super) fn with_temps<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> (T, Temps) {
        let from = self.context().next;
        let lowered = lower(self);
        let to = self.context().next;
        self.context().next = from;
        (lowered, Temps { from, to })
    }

    /// Lowers something with variables of its own.
    pub(super) fn with_variables<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> T {
        self.context().blocks.push(Vec::new());
        let lowered = lower(self);
        self.context().blocks.pop();
        lowered
    }

    pub(super) fn declare(&mut self, variable: Variable) {
        let at = variable.declared;
        let variable = match self.found(&(at.start as usize..at.end as usize)) {
            Ty::Unknown => variable,
            ty => Variable { ty, ..variable },
        };
        let declared = variable.declared();
        self.context().declared.push(declared);
        self.context().blocks.last_mut().expect("a block is open").push(variable);
    }

    /// The variable of that name, captured on the way if it is one of a function around a closure.
    pub(super) fn variable(&mut self, name: &str) -> Option<Variable> {
        self.variable_in(self.contexts.len() - 1, name)
    }

    fn variable_in(&mut self, depth: usize, name: &str) -> Option<Variable> {
        let context = &self.contexts[depth];
        let mut variables = context.blocks.iter().rev().flat_map(|block| block.iter().rev());
        if let Some(variable) = variables.find(|variable| &*variable.name == name) {
            return Some(variable.clone());
        }
        let moves = context.closure.as_ref()?.moves;
        let outer = self.variable_in(depth - 1, name)?;
        let by_reference = Rc::new(Cell::new(!moves));
        let context = &mut self.contexts[depth];
        let closure = context.closure.as_mut()?;
        let slot = closure.first + closure.captures.len() as u32;
        closure.captures.push(Capture {
            from: Place::new(outer.base(), outer.declared),
            by_reference: Rc::clone(&by_reference),
            moves: outer.ty.moves(),
            splits: matches!(outer.ty, Ty::Object(_) | Ty::Tuple(_)),
            name: Rc::clone(&outer.name),
            used: outer.declared,
            parts: Vec::new(),
        });
        // A closure within a closure takes what that one took, as a whole.
        if outer.captured.is_some() {
            self.contexts[depth - 1].uses_part(outer.slot, Vec::new(), outer.declared);
        }
        let context = &mut self.contexts[depth];
        let variable = Variable { slot, captured: Some(by_reference), set: true, ..outer };
        context.declared.push(variable.declared());
        context.blocks[0].insert(0, variable.clone());
        Some(variable)
    }

    /// Says that a captured variable is given away, so that the closure has to own it.
    pub(super) fn takes(&mut self, variable: &Variable, span: Span) {
        let (Some(by_reference), Moves::Yes) = (&variable.captured, variable.ty.moves()) else {
            return;
        };
        by_reference.set(false);
        let slot = variable.slot;
        if let Some(closure) = &mut self.context().closure {
            closure.once.get_or_insert(span);
            if let Some(capture) = closure.captures.get_mut((slot - closure.first) as usize) {
                capture.used = span;
            }
        }
    }

    /// All names of variables that can be seen.
    pub(super) fn variable_names(&self) -> Vec<String> {
        let blocks = self.contexts.iter().flat_map(|context| context.blocks.iter().flatten());
        blocks.map(|variable| variable.name.to_string()).collect()
    }
}

impl Variable {
    fn declared(&self) -> Declared {
        Declared {
            slot: self.slot,
            name: Rc::clone(&self.name),
            span: self.declared,
            later: !self.set,
            mutable: self.mutable,
            ty: self.ty.shown().into(),
            owning: self.ty.owning(),
        }
    }

    pub(super) fn base(&self) -> PlaceBase {
        match &self.captured {
            Some(by_reference) => PlaceBase::Captured(self.slot, Rc::clone(by_reference)),
            None => PlaceBase::Local(self.slot),
        }
    }
}
