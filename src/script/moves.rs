//! Use after move, seen before anything runs: the flow of a function is followed as `rustc` follows
//! it. What may have been moved on some way to a use counts as moved; a loop is followed twice.
//!
//! Only what is known to move is looked at: a value of a type that is not known is left to the run,
//! which meets the hole itself.

use rustc_hash::FxHashMap;

use super::diagnostic::{Diagnostic, Span};
use super::ir::{
    Assert, Condition, Expr, Format, Function, Kind, Label, Moves, Pattern, Place, PlaceBase,
    PlaceStep, Program, Statement,
};

/// Reports every use of a variable that may have been moved by then.
pub(super) fn check(program: &Program) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for function in &program.functions {
        check_function(program, function, &mut all);
    }
    all
}

fn check_function(program: &Program, function: &Function, all: &mut Vec<Diagnostic>) {
    let mut flow =
        Flow { program, moved: Some(FxHashMap::default()), exits: Vec::new(), found: Vec::new() };
    flow.expr(&function.body);
    for diagnostic in flow.found {
        if !all.contains(&diagnostic) {
            all.push(diagnostic);
        }
    }
}

/// Where each variable that may have been moved was moved, by slot; `None` where control cannot be.
type State = Option<FxHashMap<u32, Move>>;

#[derive(Clone, Copy)]
struct Move {
    at: Span,
    /// Moved by the turn of the loop before this one.
    by_a_turn_before: bool,
    /// Only a part of it.
    part: bool,
}

struct Flow<'p> {
    program: &'p Program,
    moved: State,
    /// The states in which loops and blocks are left by `break`, and turns by `continue`.
    exits: Vec<(Label, State, State)>,
    found: Vec<Diagnostic>,
}

fn join(a: State, b: State) -> State {
    match (a, b) {
        (Some(mut a), Some(b)) => {
            for (slot, moved) in b {
                a.entry(slot).or_insert(moved);
            }
            Some(a)
        }
        (a, b) => a.or(b),
    }
}

impl Flow<'_> {
    fn all(&mut self, exprs: &[Expr]) {
        exprs.iter().for_each(|expr| self.expr(expr));
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            Kind::Unit
            | Kind::Bool(_)
            | Kind::Int(_)
            | Kind::Float(_)
            | Kind::Float32(_)
            | Kind::Char(_)
            | Kind::Str(_)
            | Kind::Function(_)
            | Kind::Builtin(_)
            | Kind::Constructor(..)
            | Kind::Constant(_) => {}
            Kind::Use(place, moves) => {
                self.place(place, false);
                if *moves == Moves::Yes {
                    self.take(place);
                }
            }
            Kind::Reference(place) => self.place(place, true),
            Kind::Promoted(value) => self.expr(value),
            Kind::Unary(_, value)
            | Kind::Cast(value, _)
            | Kind::Discard(value)
            | Kind::Shaped(value, _)
            | Kind::Temps(_, value)
            | Kind::Question(value, _) => self.expr(value),
            Kind::Arithmetic(_, a, b) | Kind::Compare(_, a, b) | Kind::Repeat(a, b) => {
                self.expr(a);
                self.expr(b);
            }
            Kind::And(a, b) | Kind::Or(a, b) => {
                self.expr(a);
                let short = self.moved.clone();
                self.expr(b);
                self.moved = join(self.moved.take(), short);
            }
            Kind::Range(a, b, _) => {
                a.iter().chain(b).for_each(|end| self.expr(end));
            }
            Kind::Assign(place, value) => {
                self.expr(value);
                match (&place.base, &place.steps[..]) {
                    (PlaceBase::Local(slot), []) => {
                        if let Some(moved) = &mut self.moved {
                            moved.remove(slot);
                        }
                    }
                    _ => self.steps(place),
                }
            }
            Kind::AssignWith(_, place, value) => {
                self.expr(value);
                self.place(place, false);
            }
            Kind::Tuple(values) | Kind::Array(values) | Kind::Call(_, values) => self.all(values),
            Kind::CallBuiltin(_, values) => self.all(values),
            Kind::CallValue(place, values) => {
                self.place(place, false);
                self.all(values);
            }
            Kind::CallMethod(call) => {
                self.place(&call.receiver, call.moves != Moves::Yes);
                if call.moves == Moves::Yes {
                    self.take(&call.receiver);
                }
                self.all(&call.args);
            }
            Kind::Object(object) => {
                object.fields.iter().for_each(|(_, value)| self.expr(value));
                if let Some(base) = &object.base {
                    self.steps(base);
                }
            }
            Kind::Closure(function) => {
                for capture in &function.captures {
                    let place = Place {
                        base: match &capture.from.base {
                            PlaceBase::Local(slot) => PlaceBase::Local(*slot),
                            _ => continue,
                        },
                        steps: Vec::new(),
                        span: expr.span,
                    };
                    self.place(&place, true);
                    if !capture.by_reference.get() && capture.moves == Moves::Yes {
                        self.take(&place);
                    }
                }
            }
            Kind::Return(value) => {
                value.iter().for_each(|value| self.expr(value));
                self.moved = None;
            }
            Kind::Break(label, value) => {
                value.iter().for_each(|value| self.expr(value));
                let state = self.moved.take();
                if let Some((_, broken, _)) = self.exits.iter_mut().find(|(to, ..)| to == label) {
                    *broken = join(broken.take(), state);
                }
            }
            Kind::Continue(label) => {
                let state = self.moved.take();
                if let Some((_, _, next)) = self.exits.iter_mut().find(|(to, ..)| to == label) {
                    *next = join(next.take(), state);
                }
            }
            Kind::Block(block) => {
                if let Some(label) = block.label {
                    self.exits.push((label, None, None));
                }
                for statement in &block.statements {
                    self.statement(statement);
                }
                block.tail.iter().for_each(|tail| self.expr(tail));
                if block.label.is_some()
                    && let Some((_, broken, _)) = self.exits.pop()
                {
                    self.moved = join(self.moved.take(), broken);
                }
            }
            Kind::If(branches) => {
                let failed = self.conditions(&branches.conditions);
                self.expr(&branches.then);
                let then = std::mem::replace(&mut self.moved, failed);
                branches.otherwise.iter().for_each(|otherwise| self.expr(otherwise));
                self.moved = join(self.moved.take(), then);
            }
            Kind::Loop(tree) => {
                self.turns(tree.label, |flow| flow.expr(&tree.body), false);
            }
            Kind::While(tree) => self.turns(
                tree.label,
                |flow| {
                    let failed = flow.conditions(&tree.conditions);
                    flow.leave(tree.label, failed);
                    flow.expr(&tree.body);
                },
                false,
            ),
            Kind::For(tree) => {
                self.expr(&tree.iterated);
                self.turns(
                    tree.label,
                    |flow| {
                        flow.set(tree.item);
                        flow.pattern(tree.pattern.as_ref());
                        flow.expr(&tree.body);
                    },
                    true,
                );
            }
            Kind::Match(tree) => {
                self.scrutinee(&tree.place);
                let before = self.moved.clone();
                let mut after = None;
                for arm in &tree.arms {
                    self.moved = before.clone();
                    self.pattern(Some(&arm.pattern));
                    arm.guard.iter().for_each(|guard| self.expr(guard));
                    if takes(&arm.pattern) {
                        self.take_part(&tree.place);
                    }
                    self.expr(&arm.body);
                    after = join(after, self.moved.take());
                }
                self.moved = after;
            }
            Kind::Print(format, _) | Kind::Format(format) => self.format(format),
            Kind::Write(write) => {
                self.place(&write.0, true);
                self.format(&write.1);
            }
            Kind::Panic(panic) => {
                panic.format.iter().for_each(|format| self.format(format));
                self.moved = None;
            }
            Kind::Assert(assert) => match &**assert {
                Assert::True { condition, message, .. } => {
                    self.expr(condition);
                    message.iter().for_each(|format| self.format(format));
                }
                Assert::Compare { left, right, message, .. } => {
                    self.expr(left);
                    self.expr(right);
                    message.iter().for_each(|format| self.format(format));
                }
            },
            Kind::Matches(tree) => {
                self.place(&tree.0, true);
                tree.2.iter().for_each(|guard| self.expr(guard));
            }
        }
    }

    fn format(&mut self, format: &Format) {
        self.all(&format.args);
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Expr(expr) => self.expr(expr),
            Statement::Bind { slot, value, .. } => {
                self.expr(value);
                self.set(*slot);
            }
            Statement::Let(tree) => {
                self.scrutinee(&tree.place);
                let failed = self.moved.clone();
                if takes(&tree.pattern) {
                    self.take_part(&tree.place);
                }
                self.pattern(Some(&tree.pattern));
                if let Some(otherwise) = &tree.otherwise {
                    let fits = std::mem::replace(&mut self.moved, failed);
                    self.expr(otherwise);
                    self.moved = fits;
                }
            }
            Statement::Declare => {}
        }
    }

    /// Follows conditions; the state afterwards is that in which they hold, the result that in which
    /// one does not.
    fn conditions(&mut self, conditions: &[Condition]) -> State {
        let mut failed = None;
        for condition in conditions {
            match condition {
                Condition::Bool(expr) => {
                    self.expr(expr);
                    failed = join(failed, self.moved.clone());
                }
                Condition::Let(pattern, place) => {
                    self.scrutinee(place);
                    failed = join(failed, self.moved.clone());
                    if takes(pattern) {
                        self.take_part(place);
                    }
                    self.pattern(Some(pattern));
                }
            }
        }
        failed
    }

    /// Follows a loop: a second turn sees what the first one moved.
    fn turns(&mut self, label: Label, turn: impl Fn(&mut Self), may_not_run: bool) {
        let before = self.moved.clone();
        self.exits.push((label, None, None));
        turn(self);
        self.next_turn();
        if let Some(moved) = &mut self.moved {
            let is_new =
                |slot: &u32| !before.as_ref().is_some_and(|before| before.contains_key(slot));
            for (slot, moved) in moved.iter_mut() {
                moved.by_a_turn_before |= is_new(slot);
            }
        }
        turn(self);
        self.next_turn();
        let after = self.moved.take();
        let broken = self.exits.pop().and_then(|(_, broken, _)| broken);
        self.moved = if may_not_run { join(join(broken, after), before) } else { broken };
    }

    fn next_turn(&mut self) {
        let next = self.exits.last_mut().and_then(|(_, _, next)| next.take());
        self.moved = join(self.moved.take(), next);
    }

    fn leave(&mut self, label: Label, state: State) {
        if let Some((_, broken, _)) = self.exits.iter_mut().find(|(to, ..)| *to == label) {
            *broken = join(broken.take(), state);
        }
    }

    /// A variable gets a value.
    fn set(&mut self, slot: u32) {
        if let Some(moved) = &mut self.moved {
            moved.remove(&slot);
        }
    }

    fn pattern(&mut self, pattern: Option<&Pattern>) {
        match pattern {
            Some(Pattern::Bind { slot, within, .. }) => {
                self.set(*slot);
                self.pattern(within.as_deref());
            }
            Some(Pattern::Tuple(all, _) | Pattern::Slice(all, _) | Pattern::Or(all)) => {
                all.iter().for_each(|pattern| self.pattern(Some(pattern)));
            }
            Some(
                Pattern::Some(inner)
                | Pattern::Ok(inner)
                | Pattern::Err(inner)
                | Pattern::Reference(inner),
            ) => self.pattern(Some(inner)),
            Some(Pattern::Object(_, _, fields)) => {
                fields.iter().for_each(|(_, pattern)| self.pattern(Some(pattern)));
            }
            _ => {}
        }
    }

    /// A place is used: its variable must not have been moved.
    fn place(&mut self, place: &Place, borrowed: bool) {
        self.steps(place);
        let PlaceBase::Local(slot) = place.base else { return };
        let Some(moved) = self.moved.as_ref().and_then(|moved| moved.get(&slot)).copied() else {
            return;
        };
        // Another part of it than the one that was moved may be there still.
        if moved.part && !place.steps.is_empty() {
            return;
        }
        let name = self.program.text(place.span).trim().to_owned();
        let variable = variable_name(&name);
        let name = variable.unwrap_or("value");
        let (what, label) = match (moved.part, borrowed) {
            (true, _) => ("use of partially moved value", "value used here after partial move"),
            (_, true) => ("borrow of moved value", "value borrowed here after move"),
            _ => ("use of moved value", "value used here after move"),
        };
        let again = moved.by_a_turn_before && moved.at == place.span;
        let label = if again { "value moved here, in previous iteration of loop" } else { label };
        let what = if again { "use of moved value" } else { what };
        let mut diagnostic = Diagnostic::wrong(place.span, format!("{what}: `{name}`"))
            .code("E0382")
            .label(label)
            .hint(
                "a value that owns something has one owner: lend it with `&`, or make a second one",
            );
        if !again {
            diagnostic = diagnostic.note(moved.at, "value moved here");
        }
        let known = self.found.iter().any(|found| found.span == diagnostic.span);
        if !known {
            self.found.push(diagnostic);
        }
    }

    /// A place is taken apart by a pattern, which may want just what is left of it.
    fn scrutinee(&mut self, place: &Place) {
        let in_part = match (&place.base, &self.moved) {
            (PlaceBase::Local(slot), Some(moved)) => {
                moved.get(slot).is_some_and(|moved| moved.part)
            }
            _ => false,
        };
        if !in_part {
            self.place(place, true);
        }
    }

    fn steps(&mut self, place: &Place) {
        if let PlaceBase::Temp(_, value) = &place.base {
            self.expr(value);
        }
        for step in &place.steps {
            if let PlaceStep::Index(index) = step {
                self.expr(index);
            }
        }
    }

    fn take(&mut self, place: &Place) {
        let part = !place.steps.is_empty();
        self.moves(place, part);
    }

    fn take_part(&mut self, place: &Place) {
        self.moves(place, true);
    }

    fn moves(&mut self, place: &Place, part: bool) {
        let PlaceBase::Local(slot) = place.base else { return };
        // What is behind a pointer or an index is refused by other rules.
        let plain = place.steps.iter().all(|step| matches!(step, PlaceStep::Field(_)));
        if plain && let Some(moved) = &mut self.moved {
            let at = place.span;
            moved.entry(slot).or_insert(Move { at, by_a_turn_before: false, part });
        }
    }
}

/// The variable that a place begins with, as it is written.
fn variable_name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// Whether matching a pattern moves out of what it is matched with.
fn takes(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Bind { by_reference, moves, .. } => !by_reference && *moves == Moves::Yes,
        Pattern::Tuple(all, _) | Pattern::Slice(all, _) | Pattern::Or(all) => all.iter().any(takes),
        Pattern::Some(inner) | Pattern::Ok(inner) | Pattern::Err(inner) => takes(inner),
        Pattern::Object(_, _, fields) => fields.iter().any(|(_, pattern)| takes(pattern)),
        _ => false,
    }
}
