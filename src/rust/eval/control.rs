//! Control: blocks and their statements, `let`, conditions, loops, `match`, `?`.

use std::rc::Rc;

use super::bind::Mode;
use super::machine::{Eval, Flow, Frame, Machine};
use crate::journal::{Event, Kind as EventKind, Way};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{Block, Condition, Expr, For, Kind, Label, Let, Match, Statement};
use crate::rust::value::{Shared, Target, Value};

/// Counts the turns of a loop, as far as the journal has room for it.
#[derive(Default)]
struct Turns(u8);

impl Turns {
    /// The number of the next turn, from 1; 0 from the 256th on.
    fn next(&mut self) -> u8 {
        let turn = self.0.checked_add(1);
        self.0 = turn.unwrap_or(u8::MAX);
        turn.unwrap_or(0)
    }
}

impl Machine {
    pub(in crate::rust) fn block(&self, block: &Block, frame: Frame) -> Eval {
        let result = self.in_scope(&block.scope, frame, || self.statements(block, frame));
        match (result, block.label) {
            (Err(Flow::Break(label, value)), Some(own)) if label == own => Ok(value),
            (result, _) => result,
        }
    }

    fn statements(&self, block: &Block, frame: Frame) -> Eval {
        for statement in &block.statements {
            match statement {
                Statement::Expr(expr) => {
                    self.step(expr.span)?;
                    let value = self.eval(expr, frame)?;
                    drop(value);
                }
                Statement::Bind { slot, name, value, span } => {
                    self.step(*span)?;
                    let value = self.eval(value, frame)?;
                    self.record_bound_to(&value, name, *span)?;
                    self.put_slot(frame.base + slot, value);
                }
                Statement::Let(tree) => self.run_let(tree, frame)?,
                Statement::Declare(..) => {}
            }
        }
        match &block.tail {
            Some(tail) => self.eval(tail, frame),
            None => Ok(Value::Unit),
        }
    }

    fn run_let(&self, tree: &Let, frame: Frame) -> Eval<()> {
        self.step(tree.span)?;
        let temps = self.temps(tree.temps, frame);
        let target = self.locate(&tree.place, frame)?;
        if self.matches(&tree.pattern, &target, frame)? {
            return self.bind(&tree.pattern, &target, Mode::Take, frame, tree.span);
        }
        drop(temps);
        match &tree.otherwise {
            Some(otherwise) => {
                self.eval(otherwise, frame)?;
                Err(self.wrong(tree.span, "`else` clause of `let...else` does not diverge"))
            }
            None => Err(self.wrong(tree.span, "refutable pattern in local binding")),
        }
    }

    pub(in crate::rust) fn conditions(&self, conditions: &[Condition], frame: Frame) -> Eval<bool> {
        for condition in conditions {
            let holds = match condition {
                Condition::Bool(expr) => self.truth(expr, frame)?,
                Condition::Let(pattern, place) => {
                    let target = self.locate(place, frame)?;
                    let matches = self.matches(pattern, &target, frame)?;
                    if matches {
                        self.bind(pattern, &target, Mode::Take, frame, place.span)?;
                    }
                    matches
                }
            };
            if !holds {
                return Ok(false);
            }
        }
        Ok(true)
    }

    #[inline(never)]
    pub(in crate::rust) fn run_loop(&self, expr: &Expr, frame: Frame) -> Eval {
        match &expr.kind {
            Kind::Loop(tree) => {
                let mut turns = Turns::default();
                loop {
                    self.step(expr.span)?;
                    if let Some(value) = self.turn(&tree.body, tree.label, turns.next(), frame)? {
                        return Ok(value);
                    }
                }
            }
            Kind::While(tree) => {
                let mut turns = Turns::default();
                loop {
                    self.step(expr.span)?;
                    let temps = self.temps(tree.temps, frame);
                    if !self.conditions(&tree.conditions, frame)? {
                        return Ok(Value::Unit);
                    }
                    let turned = self.turn(&tree.body, tree.label, turns.next(), frame)?;
                    drop(temps);
                    if let Some(value) = turned {
                        return Ok(value);
                    }
                }
            }
            Kind::For(tree) => self.run_for(tree, expr.span, frame),
            _ => Ok(Value::Unit),
        }
    }

    fn run_for(&self, tree: &For, span: Span, frame: Frame) -> Eval {
        let iterated = self.eval(&tree.iterated, frame)?;
        let iterator = self.iterator(iterated, tree.iterated.span)?;
        let slot = Target::Slot(frame.base + tree.iterator);
        self.put_slot(frame.base + tree.iterator, iterator);
        let mut turns = Turns::default();
        let result = loop {
            if let Err(flow) = self.step(span) {
                break Err(flow);
            }
            let item = match self.next_of(&slot, span) {
                Ok(Some(item)) => item,
                Ok(None) => break Ok(Value::Unit),
                Err(flow) => break Err(flow),
            };
            let temps = self.temps(tree.turn, frame);
            let turned = self.turn_with(tree, item, turns.next(), span, frame);
            drop(temps);
            match turned {
                Ok(None) => {}
                Ok(Some(value)) => break Ok(value),
                Err(flow) => break Err(flow),
            }
        };
        // The iterator is a temporary of the loop: it ends with it.
        drop(self.take_slot(frame.base + tree.iterator));
        result
    }

    fn turn_with(
        &self,
        tree: &For,
        item: Value,
        turn: u8,
        span: Span,
        frame: Frame,
    ) -> Eval<Option<Value>> {
        self.session.set_line(span.line);
        let slot = frame.base + tree.item;
        self.record_bound_to(&item, &tree.name, span)?;
        self.put_slot(slot, item);
        if let Some(pattern) = &tree.pattern {
            self.bind(pattern, &Target::Slot(slot), Mode::Take, frame, span)?;
        }
        self.turn(&tree.body, tree.label, turn, frame)
    }

    /// One turn of a loop: the value of a `break`, or `None` to go on.
    fn turn(&self, body: &Expr, label: Label, turn: u8, frame: Frame) -> Eval<Option<Value>> {
        self.turn_begins(turn);
        match self.eval(body, frame) {
            Ok(_) => Ok(None),
            Err(Flow::Break(to, value)) if to == label => Ok(Some(value)),
            Err(Flow::Continue(to)) if to == label => Ok(None),
            Err(flow) => Err(flow),
        }
    }

    #[inline(never)]
    pub(in crate::rust) fn run_match(&self, tree: &Match, span: Span, frame: Frame) -> Eval {
        let target = self.locate(&tree.place, frame)?;
        for arm in &tree.arms {
            if !self.matches(&arm.pattern, &target, frame)? {
                continue;
            }
            if let Some(guard) = &arm.guard {
                // A guard only looks: nothing is moved before it holds.
                self.bind(&arm.pattern, &target, Mode::Look, frame, arm.body.span)?;
                let temps = self.temps(guard.temps, frame);
                if !self.conditions(&guard.conditions, frame)? {
                    continue;
                }
                // What the guard bound is the arm's from here on.
                std::mem::forget(temps);
            }
            return self.in_scope(&arm.scope, frame, || {
                self.bind(&arm.pattern, &target, Mode::Take, frame, arm.body.span)?;
                self.eval(&arm.body, frame)
            });
        }
        let message = "non-exhaustive patterns: no arm of this `match` fits";
        Err(self.stop(Diagnostic::wrong(span, message).code("E0004")))
    }

    pub(in crate::rust) fn question(
        &self,
        value: Value,
        into: Option<&Rc<str>>,
        span: Span,
    ) -> Eval {
        match value {
            Value::Ok(value) | Value::Some(value) => Ok(*value),
            Value::Err(error) => {
                let error = self.converted(*error, into, span)?;
                self.observe(span)?;
                let (error, text) = self.error_text(error, span)?;
                let text = self.session.intern(&text);
                self.session.record(Event { text, ..Event::of(EventKind::ErrorRaised) });
                Err(Flow::Return(Value::err(error), Way::Question))
            }
            Value::None => {
                self.session.set_line(span.line);
                Err(Flow::Return(Value::None, Way::Question))
            }
            other => {
                let message = format!(
                    "the `?` operator can only be applied to values that implement `Try`, \
                     and not to `{}`",
                    other.type_name()
                );
                Err(self.stop(Diagnostic::wrong(span, message).code("E0277")))
            }
        }
    }

    /// An error, and how the journal shows it: a type of the program's own need not be `Display`.
    fn error_text(&self, error: Value, span: Span) -> Eval<(Value, String)> {
        let display = match &error {
            Value::Object(object) => self.program.methods.get(&object.class.name, "fmt").is_some(),
            Value::Error(_) | Value::Str(_) | Value::String(_) => true,
            _ => false,
        };
        let place = Shared::new(error);
        let reference = Value::Ref(Target::shared(Rc::clone(&place)));
        let text = match display {
            true => self.display_value(&reference, span)?,
            false => self.debug_value(&reference, span)?,
        };
        Ok((place.value.replace(Value::Moved), text))
    }
}
