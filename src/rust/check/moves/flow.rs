//! The flow of one function.

use std::rc::Rc;

use super::move_state::{Gone, Path, State, Why, is_plain, join, path_of};
use super::report::{Use, report, reported_twice};
use super::value::no_value;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{
    Assert, Condition, Declared, Expr, Format, Function, Kind, Label, MethodCall, Moves, Owning,
    Pattern, Place, PlaceBase, PlaceStep, Program, Statement,
};
use crate::rust::library::builtin::Builtin;

pub(super) struct Flow<'p> {
    pub(super) program: &'p Program,
    pub(super) function: &'p Function,
    state: State,
    /// The states in which loops and blocks are left by `break`, and turns by `continue`.
    exits: Vec<(Label, State, State)>,
    /// Where a variable that was declared without a value got its first one.
    assigned: Vec<(Span, Span)>,
    pub(super) found: Vec<Diagnostic>,
    /// Nothing is reported: the state is all that is wanted.
    quiet: bool,
    /// What was reported: a variable, where it was moved.
    reported: Vec<(Span, Span)>,
}

impl<'p> Flow<'p> {
    pub(super) fn new(program: &'p Program, function: &'p Function) -> Self {
        Self {
            program,
            function,
            state: Some(Default::default()),
            exits: Vec::new(),
            assigned: Vec::new(),
            found: Vec::new(),
            quiet: false,
            reported: Vec::new(),
        }
    }

    /// Follows the whole function.
    pub(super) fn body(&mut self) {
        self.expr(&self.function.body);
        if let (Some(gives), Kind::Block(block)) = (self.function.gives, &self.function.body.kind) {
            let comes_back = self.state.is_some();
            self.found.extend(no_value(self.program, self.function, block, gives, comes_back));
        }
    }

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
            | Kind::Constant(_)
            | Kind::Default(_)
            | Kind::Method(_) => {}
            Kind::Use(place, moves) => {
                self.place(place, Use::Read);
                if *moves == Moves::Yes {
                    self.take(place, Why::Moved);
                }
            }
            Kind::Reference(place) => self.place_at(place, expr.span, Use::Borrow),
            Kind::Promoted(value) => self.expr(value),
            Kind::Unary(_, value)
            | Kind::Cast(value, _)
            | Kind::Discard(value)
            | Kind::Convert(_, _, value)
            | Kind::Shaped(value, _)
            | Kind::Temps(_, value) => self.expr(value),
            Kind::Question(value, _) => self.give(value, Why::Asked),
            Kind::Arithmetic(_, a, b) | Kind::Compare(_, a, b) | Kind::Repeat(_, a, b) => {
                self.expr(a);
                self.expr(b);
            }
            Kind::And(a, b) | Kind::Or(a, b) => {
                self.expr(a);
                let short = self.state.clone();
                self.expr(b);
                self.state = join(self.state.take(), short);
            }
            Kind::Range(a, b, _) => {
                a.iter().chain(b).for_each(|end| self.expr(end));
            }
            Kind::Assign(place, value) => {
                self.expr(value);
                self.assign(place, expr.span);
            }
            Kind::AssignWith(_, place, value) => {
                self.expr(value);
                self.place(place, Use::Read);
            }
            Kind::Tuple(values) | Kind::List(_, values) => self.all(values),
            Kind::Call(index, values) => {
                let function = &self.program.functions[*index as usize];
                let mut params = function.params.iter();
                for value in values {
                    let span = params.next().map_or(value.span, |param| param.span);
                    self.give(value, Why::Given(span));
                }
                if function.diverges {
                    self.state = None;
                }
            }
            Kind::CallBuiltin(Builtin::Drop, values) => {
                values.iter().for_each(|value| self.give(value, Why::Dropped));
            }
            Kind::CallBuiltin(builtin, values) => {
                use Builtin::{Abort, Exit, PanicAny, ResumeUnwind};
                self.all(values);
                if matches!(builtin, Abort | Exit | PanicAny | ResumeUnwind) {
                    self.state = None;
                }
            }
            Kind::CallValue(place, values) => self.call_value(place, values),
            Kind::CallMethod(call) => self.call_method(call),
            Kind::Object(object) => {
                object.fields.iter().for_each(|(_, value)| self.expr(value));
                object.base.iter().for_each(|base| self.scrutinee(base));
            }
            Kind::Closure(function) => self.closure(function, expr.span),
            Kind::Return(value) => {
                value.iter().for_each(|value| self.expr(value));
                self.state = None;
            }
            Kind::Break(label, value) => {
                value.iter().for_each(|value| self.expr(value));
                let state = self.state.take();
                if let Some((_, broken, _)) = self.exits.iter_mut().find(|(to, ..)| to == label) {
                    *broken = join(broken.take(), state);
                }
            }
            Kind::Continue(label) => {
                let state = self.state.take();
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
                    self.state = join(self.state.take(), broken);
                }
            }
            Kind::If(branches) => {
                let failed = self.conditions(&branches.conditions);
                self.expr(&branches.then);
                let then = std::mem::replace(&mut self.state, failed);
                branches.otherwise.iter().for_each(|otherwise| self.expr(otherwise));
                self.state = join(self.state.take(), then);
            }
            Kind::Loop(tree) => {
                let head = Span { end: tree.body.span.start, ..expr.span };
                self.turns(tree.label, head, |flow| flow.expr(&tree.body), false);
            }
            Kind::While(tree) => self.turns(
                tree.label,
                Span { end: tree.body.span.start, ..expr.span },
                |flow| {
                    let failed = flow.conditions(&tree.conditions);
                    flow.leave(tree.label, failed);
                    flow.expr(&tree.body);
                },
                false,
            ),
            Kind::For(tree) => {
                self.give(&tree.iterated, Why::Iterated);
                self.turns(
                    tree.label,
                    Span { end: tree.iterated.span.end, ..expr.span },
                    |flow| {
                        flow.set(tree.item);
                        flow.pattern(tree.pattern.as_ref(), None);
                        flow.expr(&tree.body);
                    },
                    true,
                );
            }
            Kind::Match(tree) => {
                self.scrutinee(&tree.place);
                let before = self.state.clone();
                let mut after = None;
                for arm in &tree.arms {
                    self.state = before.clone();
                    self.pattern(Some(&arm.pattern), None);
                    if let Some(guard) = &arm.guard {
                        self.conditions(&guard.conditions);
                    }
                    self.pattern(Some(&arm.pattern), Some(&tree.place));
                    self.expr(&arm.body);
                    after = join(after, self.state.take());
                }
                self.state = after;
            }
            Kind::Print(format, _) | Kind::Format(format) => self.format(format),
            Kind::Arguments(format) => self.format(format),
            Kind::Write(write) => {
                self.place(&write.0, Use::Borrow);
                self.format(&write.1);
            }
            Kind::Panic(panic) => {
                panic.format.iter().for_each(|format| self.format(format));
                self.state = None;
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
                self.place(&tree.0, Use::Borrow);
                self.pattern(Some(&tree.1), None);
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
                let failed = self.state.clone();
                self.pattern(Some(&tree.pattern), Some(&tree.place));
                if let Some(otherwise) = &tree.otherwise {
                    let fits = std::mem::replace(&mut self.state, failed);
                    self.expr(otherwise);
                    self.state = fits;
                }
            }
            Statement::Declare(slot, at) => {
                let at = *at;
                let why = Why::Unset { on_some_ways: false };
                let unset = Gone { path: Vec::new(), at, why, turn_before: None };
                if let Some(state) = &mut self.state {
                    state.insert(*slot, vec![unset]);
                }
            }
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
                    failed = join(failed, self.state.clone());
                }
                Condition::Let(pattern, place) => {
                    self.scrutinee(place);
                    failed = join(failed, self.state.clone());
                    self.pattern(Some(pattern), Some(place));
                }
            }
        }
        failed
    }

    /// Follows a loop: a second turn sees what the first one moved. Of the first one only that is
    /// wanted, and it takes each loop within once: so a loop in a loop in a loop is not followed twice
    /// times twice times twice.
    fn turns(&mut self, label: Label, head: Span, turn: impl Fn(&mut Self), may_not_run: bool) {
        let words = self.program.text(head).trim_end().len() as u32;
        let head = Span { end: head.start + words, ..head };
        let before = self.state.clone();
        self.exits.push((label, None, None));
        let around = std::mem::replace(&mut self.quiet, true);
        turn(self);
        self.next_turn();
        self.quiet = around;
        for (slot, gone) in self.state.iter_mut().flatten() {
            let known = before.as_ref().and_then(|before| before.get(slot));
            let is_known = |one: &Gone| known.is_some_and(|known| known.contains(one));
            for one in gone.iter_mut().filter(|one| !is_known(one)) {
                one.turn_before = one.turn_before.or(Some(head));
            }
        }
        if !self.quiet {
            self.state = join(self.state.take(), before.clone());
            turn(self);
            self.next_turn();
        }
        let after = self.state.take();
        let broken = self.exits.pop().and_then(|(_, broken, _)| broken);
        self.state = if may_not_run { join(join(broken, after), before) } else { broken };
    }

    fn next_turn(&mut self) {
        let next = self.exits.last_mut().and_then(|(_, _, next)| next.take());
        self.state = join(self.state.take(), next);
    }

    fn leave(&mut self, label: Label, state: State) {
        if let Some((_, broken, _)) = self.exits.iter_mut().find(|(to, ..)| *to == label) {
            *broken = join(broken.take(), state);
        }
    }

    fn call_value(&mut self, place: &Place, args: &[Expr]) {
        let once = match self.declared_at(place).map(|declared| declared.owning) {
            Some(Owning::Once(span)) => Some(span),
            _ => None,
        };
        let kind = if once.is_some() { Use::Read } else { Use::Borrow };
        self.place(place, kind);
        if let Some(span) = once {
            self.take(place, Why::Called(span));
        }
        self.all(args);
    }

    fn call_method(&mut self, call: &MethodCall) {
        let takes = call.moves == Moves::Yes;
        self.place(&call.receiver, if takes { Use::Read } else { Use::Borrow });
        if takes {
            self.take(&call.receiver, Why::Method(call.name_span, call.self_span));
        }
        self.all(&call.args);
        if call.diverges {
            self.state = None;
        }
    }

    /// A closure takes what it names where it is made. Its body is a flow of its own.
    fn closure(&mut self, function: &Function, span: Span) {
        for capture in &function.captures {
            let whole = capture.parts.is_empty() || capture.parts.iter().any(Vec::is_empty);
            let base = match &capture.from.base {
                PlaceBase::Local(slot) => PlaceBase::Local(*slot),
                PlaceBase::Captured(slot, by) => PlaceBase::Captured(*slot, Rc::clone(by)),
                PlaceBase::Static(_) | PlaceBase::Temp(..) => continue,
            };
            let place = Place::new(base, span);
            let takes = !capture.by_reference.get() && capture.moves == Moves::Yes;
            if !capture.splits || whole {
                self.place(&place, Use::Capture { used: capture.used, takes });
                if takes {
                    self.take(&place, Why::Captured(capture.used));
                }
            }
        }
        if !self.quiet {
            let mut within = Flow::new(self.program, function);
            within.body();
            self.found.append(&mut within.found);
        }
    }

    /// A value is handed on; if it is just read from a place, that is why it is gone from there.
    fn give(&mut self, value: &Expr, why: Why) {
        match &value.kind {
            Kind::Use(place, Moves::Yes) => {
                self.place(place, Use::Read);
                self.take(place, why);
            }
            Kind::Shaped(value, _) => self.give(value, why),
            _ => self.expr(value),
        }
    }

    /// A place gets a value.
    fn assign(&mut self, place: &Place, span: Span) {
        self.steps(place);
        let Some((slot, path)) = path_of(place) else { return };
        if place.steps.is_empty() {
            self.assigned_once(slot, span);
        } else {
            let whole = &path[..path.len().saturating_sub(1)];
            let gone = self.gone(slot, whole).filter(|gone| whole.starts_with(&gone.path));
            gone.iter().for_each(|gone| self.report(slot, gone, span, &path, Use::Assign));
        }
        if is_plain(place)
            && let Some(gone) = self.state.as_mut().and_then(|state| state.get_mut(&slot))
        {
            gone.retain(|gone| !gone.path.starts_with(&path));
        }
    }

    /// A variable that was declared without `mut` and without a value gets one once.
    fn assigned_once(&mut self, slot: u32, span: Span) {
        let Some(declared) = self.declared(slot, span) else { return };
        if !declared.later || declared.mutable || self.state.is_none() {
            return;
        }
        let unset = self.state.iter().flat_map(|state| state.get(&slot)).flatten();
        let is_unset = |gone: &Gone| gone.why == Why::Unset { on_some_ways: false };
        let first = self.assigned.iter().find(|(of, _)| *of == declared.span);
        if !unset.into_iter().any(is_unset) {
            if !self.quiet {
                let first = first.map(|(_, first)| *first);
                self.found.push(reported_twice(declared, first, span));
            }
        } else if first.is_none() {
            self.assigned.push((declared.span, span));
        }
    }

    /// A variable gets a value.
    fn set(&mut self, slot: u32) {
        if let Some(state) = &mut self.state {
            state.remove(&slot);
        }
    }

    /// A pattern gives its variables values. Those it takes from a place are gone from there.
    fn pattern(&mut self, pattern: Option<&Pattern>, from: Option<&Place>) {
        let Some(pattern) = pattern else { return };
        let path = from.filter(|place| is_plain(place)).and_then(path_of);
        self.pattern_at(pattern, path.as_ref().map(|(slot, path)| (*slot, path.clone())));
    }

    fn pattern_at(&mut self, pattern: &Pattern, from: Option<(u32, Path)>) {
        let part = |name: &str| {
            from.as_ref().map(|(slot, path)| {
                let mut path = path.clone();
                path.push(name.into());
                (*slot, path)
            })
        };
        match pattern {
            Pattern::Bind { slot, by_reference, moves, span, within, .. } => {
                self.set(*slot);
                if let (Some((of, path)), Moves::Yes, false) = (&from, moves, by_reference) {
                    self.take_path(*of, path.clone(), *span, Why::Matched);
                }
                within.iter().for_each(|within| self.pattern_at(within, None));
            }
            Pattern::Tuple(all, _) | Pattern::Slice(all, _) => {
                let (rest, bound) = match pattern {
                    Pattern::Slice(_, Some(rest)) => (Some(rest.at), rest.bound.as_deref()),
                    Pattern::Tuple(_, rest) => (*rest, None),
                    _ => (None, None),
                };
                bound.into_iter().for_each(|bound| self.pattern_at(bound, None));
                for (index, each) in all.iter().enumerate() {
                    // Behind a `..` they are counted from the end.
                    let name = match rest {
                        Some(rest) if index >= rest => format!("-{}", all.len() - index),
                        _ => index.to_string(),
                    };
                    self.pattern_at(each, part(&name));
                }
            }
            // Of each case the same variables are taken, at the same places or at others.
            Pattern::Or(all) => {
                all.iter().for_each(|each| self.pattern_at(each, from.clone()));
            }
            Pattern::Some(inner) => self.pattern_at(inner, part("Some.0")),
            Pattern::Ok(inner) => self.pattern_at(inner, part("Ok.0")),
            Pattern::Err(inner) => self.pattern_at(inner, part("Err.0")),
            Pattern::Reference(inner) => self.pattern_at(inner, None),
            Pattern::Entry(_, inner) => self.pattern_at(inner, from),
            Pattern::Object(class, variant, fields) => {
                let variant = &class.variants[*variant as usize];
                for (index, each) in fields {
                    let field = &variant.fields[*index as usize].name;
                    // The parts of two variants are different parts.
                    let name = match class.is_enum {
                        true => format!("{}.{field}", variant.name),
                        false => field.to_string(),
                    };
                    self.pattern_at(each, part(&name));
                }
            }
            _ => {}
        }
    }

    /// A place is used: it must have a value.
    fn place(&mut self, place: &Place, kind: Use) {
        self.place_at(place, place.span, kind);
    }

    /// The same, with another range to show.
    fn place_at(&mut self, place: &Place, at: Span, kind: Use) {
        self.steps(place);
        let Some((slot, path)) = path_of(place) else { return };
        if let Some(gone) = self.gone(slot, &path) {
            self.report(slot, &gone, at, &path, kind);
        }
    }

    /// A place is taken apart by a pattern, which may want just what is left of it.
    fn scrutinee(&mut self, place: &Place) {
        self.steps(place);
        let Some((slot, path)) = path_of(place) else { return };
        if let Some(gone) = self.gone(slot, &path)
            && path.starts_with(&gone.path)
        {
            self.report(slot, &gone, place.span, &path, Use::Borrow);
        }
    }

    /// What is gone of a place, or of a part of it.
    fn gone(&self, slot: u32, path: &[Rc<str>]) -> Option<Gone> {
        let gone = self.state.as_ref()?.get(&slot)?;
        let touches = |gone: &&Gone| gone.path.starts_with(path) || path.starts_with(&gone.path);
        gone.iter().find(touches).cloned()
    }

    fn report(&mut self, slot: u32, gone: &Gone, at: Span, path: &[Rc<str>], kind: Use) {
        if self.quiet {
            return;
        }
        let Some(declared) = self.declared(slot, at) else { return };
        let key = (declared.span, gone.at);
        if !self.reported.contains(&key) {
            let declared = declared.clone();
            self.reported.push(key);
            let diagnostic = report(self, &declared, gone, at, path, kind);
            self.found.push(diagnostic);
        }
    }

    /// The variable in a slot at some place: slots are used again, by variables declared later.
    pub(super) fn declared(&self, slot: u32, at: Span) -> Option<&'p Declared> {
        let of_slot = self.function.declared.iter().filter(|declared| declared.slot == slot);
        of_slot.filter(|declared| declared.span.start <= at.start).max_by_key(|one| one.span.start)
    }

    fn declared_at(&self, place: &Place) -> Option<&'p Declared> {
        let (slot, path) = path_of(place)?;
        self.declared(slot, place.span).filter(|_| path.is_empty() && place.steps.is_empty())
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

    fn take(&mut self, place: &Place, why: Why) {
        // What is behind a pointer or an index is refused by other rules.
        if is_plain(place)
            && let Some((slot, path)) = path_of(place)
        {
            self.take_path(slot, path, place.span, why);
        }
    }

    fn take_path(&mut self, slot: u32, path: Path, at: Span, why: Why) {
        let Some(state) = &mut self.state else { return };
        let gone = state.entry(slot).or_default();
        if !gone.iter().any(|gone| path.starts_with(&gone.path)) {
            gone.push(Gone { path, at, why, turn_before: None });
        }
    }
}
