//! Scopes as frames on the real stack: what leaves them is dropped by their `Drop`.

use std::cell::Cell;
use std::rc::Rc;

use super::machine::{Eval, Flow, Frame, Machine};
use crate::journal::{Event, Kind, ScopeId, Way};
use crate::rust::ir::{Scope, Temps};
use crate::rust::value::Value;

/// A scope that control is in.
pub(in crate::rust) struct OpenScope {
    label: Rc<str>,
    first_line: u32,
    last_line: u32,
    /// Which turn of a loop it is, from 1; 0 for none.
    turn: u8,
    /// Its number in the journal, once anything happened in it that the journal sees.
    id: ScopeId,
}

/// The frame of a scope that a person sees.
pub(in crate::rust) struct ScopeFrame<'m> {
    machine: &'m Machine,
    frame: Frame,
    scope: &'m Scope,
    left: bool,
    /// Whether the journal has it that a panic leaves the scope.
    unwinds: Cell<bool>,
}

/// The frame of temporaries.
pub(in crate::rust) struct TempsFrame<'m> {
    machine: &'m Machine,
    from: u32,
    to: u32,
}

/// The values on top of the stack that a call is being prepared with.
pub(in crate::rust) struct Operands<'m> {
    machine: &'m Machine,
    base: usize,
}

/// Drops the slots of a range from high to low. A panic in one does not keep the others from being
/// dropped: they are dropped while it unwinds, as Rust does it.
struct Slots<'m> {
    machine: &'m Machine,
    from: u32,
    at: u32,
    /// The scope whose slots they are, if a person sees it.
    scope: Option<&'m ScopeFrame<'m>>,
}

impl Slots<'_> {
    fn drop_all(&mut self) {
        while self.at > self.from {
            self.at -= 1;
            let taken = self.machine.take_slot(self.at);
            if !matches!(taken, Value::Moved) {
                drop(taken);
            }
        }
    }
}

impl Drop for Slots<'_> {
    fn drop(&mut self) {
        if self.at > self.from
            && let Some(scope) = self.scope
        {
            scope.unwind();
        }
        self.drop_all();
    }
}

impl Machine {
    #[inline]
    pub(in crate::rust) fn drop_slots(&self, from: u32, to: u32) {
        if !self.clear_plain(from, to) {
            Slots { machine: self, from, at: to, scope: None }.drop_all();
        }
    }

    /// Empties the slots of a range if there is nothing in them that needs to be dropped; says whether
    /// it is so.
    #[inline]
    fn clear_plain(&self, from: u32, to: u32) -> bool {
        let mut stack = self.stack.borrow_mut();
        let Some(slots) = stack.get_mut(from as usize..to as usize) else { return false };
        let plain = slots.iter().all(Value::is_plain);
        if plain {
            for slot in slots {
                std::mem::forget(std::mem::replace(slot, Value::Moved));
            }
        }
        plain
    }

    /// Enters a scope. One without a label is not shown.
    #[inline]
    pub(in crate::rust) fn enter_scope<'m>(
        &'m self,
        scope: &'m Scope,
        frame: Frame,
    ) -> ScopeFrame<'m> {
        if !scope.label.is_empty() {
            self.scopes.borrow_mut().push(OpenScope {
                label: Rc::clone(&scope.label),
                first_line: scope.first_line,
                last_line: scope.last_line,
                turn: self.turn.take(),
                id: ScopeId::NONE,
            });
        }
        ScopeFrame { machine: self, frame, scope, left: false, unwinds: Cell::new(false) }
    }

    /// The scope that is entered next is a turn of a loop.
    #[inline]
    pub(super) fn turn_begins(&self, turn: u8) {
        self.turn.set(turn);
    }

    /// Runs something in a scope of its own.
    #[inline]
    pub(in crate::rust) fn in_scope(
        &self,
        scope: &Scope,
        frame: Frame,
        run: impl FnOnce() -> Eval,
    ) -> Eval {
        let entered = self.enter_scope(scope, frame);
        let result = run();
        entered.leave_with(result)
    }

    /// Runs something with temporaries of its own.
    #[inline]
    pub(in crate::rust) fn with_temps<T>(
        &self,
        temps: Temps,
        frame: Frame,
        run: impl FnOnce() -> T,
    ) -> T {
        let _frame = self.temps(temps, frame);
        run()
    }

    pub(in crate::rust) fn temps(&self, temps: Temps, frame: Frame) -> TempsFrame<'_> {
        TempsFrame { machine: self, from: frame.base + temps.from, to: frame.base + temps.to }
    }

    /// What is pushed from here on is dropped again, last first, unless a call took it.
    pub(in crate::rust) fn operands(&self) -> Operands<'_> {
        Operands { machine: self, base: self.stack.borrow().len() }
    }

    /// Records the scopes that are open as entered, if they are not yet.
    #[inline]
    pub(in crate::rust) fn show_scopes(&self) {
        let shown = self.scopes.borrow().last().is_none_or(|scope| scope.id != ScopeId::NONE);
        if !shown {
            self.show_all();
        }
    }

    fn show_all(&self) {
        let mut scopes = self.scopes.borrow_mut();
        let mut parent = ScopeId::NONE;
        for scope in scopes.iter_mut() {
            if scope.id == ScopeId::NONE {
                self.shown.set(self.shown.get() + 1);
                scope.id = ScopeId(self.shown.get());
                let text = self.session.intern(&scope.label);
                self.session.set_scope(scope.id);
                self.session.record(Event {
                    text,
                    amount: parent.0,
                    at: u32::from(line(scope.last_line)),
                    detail: scope.turn,
                    line: line(scope.first_line),
                    ..Event::of(Kind::ScopeEntered)
                });
            }
            parent = scope.id;
        }
    }

    fn record_in_scope(&self, kind: Kind, way: Way) {
        if self.scopes.borrow().last().is_some_and(|scope| scope.id != ScopeId::NONE) {
            self.session.record(Event { detail: way as u8, ..Event::of(kind) });
        }
    }

    /// Closes the innermost scope.
    fn close_scope(&self) {
        let mut scopes = self.scopes.borrow_mut();
        let closed = scopes.pop();
        if closed.is_some_and(|scope| scope.id != ScopeId::NONE) {
            self.session.set_scope(scopes.last().map_or(ScopeId::NONE, |scope| scope.id));
        }
    }
}

impl<'m> Operands<'m> {
    pub(in crate::rust) fn from(machine: &'m Machine, base: usize) -> Self {
        Self { machine, base }
    }

    /// The slot of the first of them.
    pub(in crate::rust) fn base(&self) -> u32 {
        self.base as u32
    }
}

impl ScopeFrame<'_> {
    /// Leaves the scope with a value. While the scope's own values are dropped, nobody has that one:
    /// if one of them panics, it is never dropped. `rustc` does so too (its issue 47949).
    #[inline]
    pub(in crate::rust) fn leave_with(self, result: Eval) -> Eval {
        let result = std::mem::ManuallyDrop::new(result);
        self.leave(way_of(&result));
        std::mem::ManuallyDrop::into_inner(result)
    }

    /// Leaves the scope by a way other than a panic.
    #[inline]
    pub(in crate::rust) fn leave(mut self, way: Way) {
        let base = self.frame.base;
        let plain = self.machine.clear_plain(base + self.scope.from, base + self.scope.to);
        if self.scope.label.is_empty() {
            if !plain {
                self.drop_slots();
            }
        } else {
            if way == Way::End {
                self.machine.session.set_line(self.scope.last_line);
            }
            if !plain {
                self.show_if_seen();
            }
            self.machine.record_in_scope(Kind::ScopeLeaving, way);
            if !plain {
                self.drop_slots();
            }
            self.machine.record_in_scope(Kind::ScopeLeft, way);
            self.machine.close_scope();
        }
        self.left = true;
    }

    fn drop_slots(&self) {
        let (machine, base) = (self.machine, self.frame.base);
        let (from, at) = (base + self.scope.from, base + self.scope.to);
        let scope = (!self.scope.label.is_empty()).then_some(self);
        Slots { machine, from, at, scope }.drop_all();
    }

    /// Records that a panic leaves the scope, before what is left in it is dropped.
    #[cold]
    fn unwind(&self) {
        if !self.unwinds.replace(true) {
            self.show_if_seen();
            self.machine.record_in_scope(Kind::Unwinding, Way::Panic);
        }
    }

    /// A scope in which nothing happened is shown if its end is something that happens.
    fn show_if_seen(&self) {
        let unseen = self.machine.scopes.borrow().last().is_some_and(|s| s.id == ScopeId::NONE);
        if unseen {
            let base = self.frame.base;
            let (from, to) = ((base + self.scope.from) as usize, (base + self.scope.to) as usize);
            let seen = match self.machine.stack.borrow().get(from..to) {
                Some(slots) => slots.iter().any(Value::drop_is_seen),
                None => false,
            };
            if seen {
                self.machine.show_scopes();
            }
        }
    }
}

/// A panic leaves the scope.
impl Drop for ScopeFrame<'_> {
    fn drop(&mut self) {
        if self.left {
            return;
        }
        if self.scope.label.is_empty() {
            self.drop_slots();
            return;
        }
        /// Whatever the slots do, the scope is closed.
        struct Close<'m>(&'m Machine);
        impl Drop for Close<'_> {
            fn drop(&mut self) {
                self.0.record_in_scope(Kind::ScopeLeft, Way::Panic);
                self.0.close_scope();
            }
        }
        let _close = Close(self.machine);
        self.unwind();
        self.drop_slots();
    }
}

impl Drop for TempsFrame<'_> {
    #[inline]
    fn drop(&mut self) {
        self.machine.drop_slots(self.from, self.to);
    }
}

impl Drop for Operands<'_> {
    fn drop(&mut self) {
        loop {
            let mut stack = self.machine.stack.borrow_mut();
            while stack.len() > self.base && stack.last().is_some_and(Value::is_plain) {
                std::mem::forget(stack.pop());
            }
            if stack.len() <= self.base {
                return;
            }
            let value = stack.pop();
            drop(stack);
            drop(value);
        }
    }
}

/// By which way a result leaves the scope it was made in.
#[inline]
pub(in crate::rust) fn way_of<T>(result: &Eval<T>) -> Way {
    match result {
        Ok(_) | Err(Flow::Stop) => Way::End,
        Err(Flow::Return(_, way)) => *way,
        Err(Flow::Break(..)) => Way::Break,
        Err(Flow::Continue(_)) => Way::Continue,
    }
}

fn line(line: u32) -> u16 {
    u16::try_from(line).unwrap_or(u16::MAX)
}
