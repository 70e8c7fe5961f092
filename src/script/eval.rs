//! Expressions: the one function that everything that runs passes through.

use std::rc::Rc;

use super::bind::Mode;
use super::diagnostic::{Diagnostic, Span};
use super::ir::{
    Assert, Block, Cast, Comparison, Condition, Constant, Expr, For, Kind, Label, Let, Match,
    ObjectExpr, PanicExpr, Place, PlaceBase, Shape, Statement, Unary,
};
use super::machine::{Eval, Flow, Frame, Machine};
use super::number::{Arithmetic, Fault, Int, IntKind};
use super::value::{Closure, EndingValue, Object, Range, Target, Value};
use crate::journal::{Event, Kind as EventKind, Way};

impl Machine {
    /// Evaluates an expression in a frame.
    pub(super) fn eval(&self, expr: &Expr, frame: Frame) -> Eval {
        let span = expr.span;
        Ok(match &expr.kind {
            Kind::Unit => Value::Unit,
            Kind::Bool(value) => Value::Bool(*value),
            Kind::Int(int) => Value::Int(*int),
            Kind::Float(value) => Value::Float(*value),
            Kind::Float32(value) => Value::Float32(*value),
            Kind::Char(value) => Value::Char(*value),
            Kind::Str(text) => Value::Str(Rc::clone(text)),
            Kind::Use(place, _) => return self.use_place(place, span, frame),
            Kind::Arithmetic(op, left, right) => {
                let left = self.eval(left, frame)?;
                let right = self.eval(right, frame)?;
                return self.arithmetic(*op, left, right, span);
            }
            Kind::Compare(op, left, right) => {
                let left = self.eval(left, frame)?;
                let right = self.eval(right, frame)?;
                Value::Bool(self.compare_values(*op, &left, &right, span)?)
            }
            Kind::And(left, right) => {
                Value::Bool(self.truth(left, frame)? && self.truth(right, frame)?)
            }
            Kind::Or(left, right) => {
                Value::Bool(self.truth(left, frame)? || self.truth(right, frame)?)
            }
            Kind::Assign(place, value) => {
                let value = self.eval(value, frame)?;
                let target = self.locate(place, frame)?;
                self.session.set_line(span.line);
                let value = self.assigned(&target, value);
                self.record_bound(&value, place, span)?;
                self.assign(&target, value, span)?;
                Value::Unit
            }
            Kind::AssignWith(op, place, value) => {
                return self.assign_with(*op, place, value, span, frame);
            }
            Kind::Block(block) => return self.block(block, frame),
            Kind::Temps(temps, value) => {
                return self.with_temps(*temps, frame, || self.eval(value, frame));
            }
            Kind::Discard(value) => {
                let value = self.eval(value, frame)?;
                drop(value);
                Value::Unit
            }
            Kind::If(branches) => {
                let temps = self.temps(branches.temps, frame);
                if self.conditions(&branches.conditions, frame)? {
                    let value = self.eval(&branches.then, frame);
                    drop(temps);
                    return value;
                }
                drop(temps);
                match &branches.otherwise {
                    Some(otherwise) => return self.eval(otherwise, frame),
                    None => Value::Unit,
                }
            }
            Kind::Call(index, args) => {
                let function = &self.program.functions[*index as usize];
                let operands = self.operands();
                for arg in args {
                    let value = self.eval(arg, frame)?;
                    self.push(value);
                }
                self.step(span)?;
                return self.invoke(function, operands.base(), span);
            }
            Kind::CallValue(place, args) => return self.call_place(place, args, span, frame),
            Kind::CallBuiltin(builtin, args) => {
                let args = self.args(args, frame)?;
                self.step(span)?;
                return self.call_builtin(*builtin, args, span);
            }
            Kind::CallMethod(call) => return self.call_method(call, span, frame),
            Kind::Question(value, into) => {
                let value = self.eval(value, frame)?;
                return self.question(value, into.as_ref(), span);
            }
            Kind::Print(format, output) => {
                let text = self.format(format, frame)?;
                let to_stderr = matches!(output, super::ir::Output::Stderr);
                self.print(&text, to_stderr, span)?;
                Value::Unit
            }
            Kind::Return(value) => {
                let value = self.eval_or_unit(value.as_deref(), frame)?;
                self.session.set_line(span.line);
                return Err(Flow::Return(value, Way::Return));
            }
            Kind::Break(label, value) => {
                let value = self.eval_or_unit(value.as_deref(), frame)?;
                self.session.set_line(span.line);
                return Err(Flow::Break(*label, value));
            }
            Kind::Continue(label) => {
                self.session.set_line(span.line);
                return Err(Flow::Continue(*label));
            }
            Kind::While(_) | Kind::Loop(_) | Kind::For(_) => return self.run_loop(expr, frame),
            Kind::Match(tree) => return self.run_match(tree, span, frame),
            _ => return self.eval_rare(expr, frame),
        })
    }

    /// The rest, apart so that the frame of [`Machine::eval`] on the real stack stays small.
    #[inline(never)]
    fn eval_rare(&self, expr: &Expr, frame: Frame) -> Eval {
        let span = expr.span;
        Ok(match &expr.kind {
            Kind::Function(index) => Value::Function(*index),
            Kind::Builtin(builtin) => Value::Builtin(*builtin),
            Kind::Constructor(class, variant) => Value::Constructor(Rc::clone(class), *variant),
            Kind::Constant(constant) => constant_value(constant),
            Kind::Reference(place) => self.reference(place, frame)?,
            Kind::Unary(op, value) => {
                let value = self.eval(value, frame)?;
                self.unary(*op, value, span)?
            }
            Kind::Cast(value, cast) => {
                let value = self.eval(value, frame)?;
                self.cast(value, *cast, span)?
            }
            Kind::Shaped(value, shape) => shape_value(self.eval(value, frame)?, shape),
            Kind::Range(start, end, inclusive) => {
                let mut from = self.eval_or_moved(start.as_deref(), frame)?;
                let mut to = self.eval_or_moved(end.as_deref(), frame)?;
                match_kinds(&mut from, &mut to);
                Value::Range(Box::new(Range { from, to, inclusive: *inclusive }))
            }
            Kind::Tuple(values) => Value::Tuple(self.args(values, frame)?.into()),
            Kind::Array(values) => {
                let values = self.args(values, frame)?;
                self.take_memory(size_of::<Value>() * values.len(), span)?;
                Value::vec(values)
            }
            Kind::Repeat(value, count) => {
                let value = self.eval(value, frame)?;
                let count = match self.eval(count, frame)? {
                    Value::Int(count) => count.as_usize().unwrap_or(0),
                    _ => 0,
                };
                self.repeat(value, count, span)?
            }
            Kind::Object(object) => self.object(object, span, frame)?,
            Kind::Closure(function) => {
                let mut captures = Vec::with_capacity(function.captures.len());
                for capture in &function.captures {
                    let target = self.locate(&capture.from, frame)?;
                    captures.push(if capture.by_reference.get() {
                        Value::Ref(target)
                    } else {
                        self.captured(&target, &capture.parts, span)?
                    });
                }
                Value::Closure(Box::new(Closure { function: Rc::clone(function), captures }))
            }
            Kind::Promoted(value) => {
                let value = self.eval(value, frame)?;
                Value::Ref(Target::shared(super::value::Shared::new(value)))
            }
            Kind::Format(format) => {
                let text = self.format(format, frame)?;
                self.take_memory(text.len(), span)?;
                Value::string(text)
            }
            Kind::Write(write) => {
                let target = self.locate(&write.0, frame)?;
                let text = self.format(&write.1, frame)?;
                self.write_text(&target, &text, span)?
            }
            Kind::Panic(panic) => return Err(self.run_panic(panic, span, frame)?),
            Kind::Assert(assert) => self.assert(assert, span, frame)?,
            Kind::Matches(tree) => {
                let (place, pattern, guard, temps) = &**tree;
                let _temps = self.temps(*temps, frame);
                let target = self.locate(place, frame)?;
                let mut matches = self.matches(pattern, &target, frame)?;
                if matches && let Some(guard) = guard {
                    self.bind(pattern, &target, Mode::Look, frame, span)?;
                    matches = self.truth(guard, frame)?;
                }
                Value::Bool(matches)
            }
            _ => return Err(self.stop(Diagnostic::bug(span, "an expression was not evaluated"))),
        })
    }

    #[inline]
    fn use_place(&self, place: &Place, span: Span, frame: Frame) -> Eval {
        // Plain variables are most of what is read.
        if place.steps.is_empty()
            && let PlaceBase::Local(slot) = place.base
        {
            let mut stack = self.stack.borrow_mut();
            let value = &mut stack[(frame.base + slot) as usize];
            let read = match value.copy() {
                Some(copy) => copy,
                None => std::mem::replace(value, Value::Moved),
            };
            drop(stack);
            if matches!(read, Value::Moved) {
                return Err(self.moved(span));
            }
            return Ok(read);
        }
        let target = self.locate(place, frame)?;
        let read = self.read(&target, span)?;
        // Reading through a part that was looked up by range gives a reference to it.
        Ok(read)
    }

    fn reference(&self, place: &Place, frame: Frame) -> Eval {
        let target = self.locate(place, frame)?;
        // `&v[1..3]` and `&s[..2]` are references already.
        let sliced = matches!(place.steps.last(), Some(super::ir::PlaceStep::Index(_)));
        if sliced
            && let Some(Some(part)) = self.at(&target, |value| match value {
                Value::Slice(_) | Value::Str(_) => value.copy(),
                _ => None,
            })
        {
            return Ok(part);
        }
        if self.at(&target, |value| matches!(value, Value::Moved)) == Some(true) {
            return Err(self.moved(place.span));
        }
        Ok(Value::Ref(target))
    }

    pub(super) fn truth(&self, expr: &Expr, frame: Frame) -> Eval<bool> {
        let value = self.eval(expr, frame)?;
        self.as_bool(&value, expr.span)
    }

    pub(super) fn as_bool(&self, value: &Value, span: Span) -> Eval<bool> {
        match value {
            Value::Bool(value) => Ok(*value),
            Value::Ref(target) => {
                let target = self.behind_references(target);
                match self.at(&target, |value| matches!(value, Value::Bool(true))) {
                    Some(value) => Ok(value),
                    None => Err(self.moved(span)),
                }
            }
            other => {
                let message =
                    format!("mismatched types: expected `bool`, found `{}`", other.type_name());
                Err(self.stop(Diagnostic::wrong(span, message).code("E0308")))
            }
        }
    }

    fn eval_or_unit(&self, expr: Option<&Expr>, frame: Frame) -> Eval {
        expr.map_or(Ok(Value::Unit), |expr| self.eval(expr, frame))
    }

    fn eval_or_moved(&self, expr: Option<&Expr>, frame: Frame) -> Eval {
        expr.map_or(Ok(Value::Moved), |expr| self.eval(expr, frame))
    }

    /// Evaluates operands from left to right. Left in the middle, those that are there already are
    /// dropped, the last one first.
    pub(super) fn args(&self, exprs: &[Expr], frame: Frame) -> Eval<Vec<Value>> {
        let mut operands = Pending(Vec::with_capacity(exprs.len()));
        for expr in exprs {
            operands.0.push(self.eval(expr, frame)?);
        }
        Ok(std::mem::take(&mut operands.0))
    }

    fn block(&self, block: &Block, frame: Frame) -> Eval {
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
                Statement::Declare => {}
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

    fn conditions(&self, conditions: &[Condition], frame: Frame) -> Eval<bool> {
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
    fn run_loop(&self, expr: &Expr, frame: Frame) -> Eval {
        match &expr.kind {
            Kind::Loop(tree) => loop {
                self.step(expr.span)?;
                if let Some(value) = self.turn(&tree.body, tree.label, frame)? {
                    return Ok(value);
                }
            },
            Kind::While(tree) => loop {
                self.step(expr.span)?;
                let temps = self.temps(tree.temps, frame);
                if !self.conditions(&tree.conditions, frame)? {
                    return Ok(Value::Unit);
                }
                let turned = self.turn(&tree.body, tree.label, frame)?;
                drop(temps);
                if let Some(value) = turned {
                    return Ok(value);
                }
            },
            Kind::For(tree) => self.run_for(tree, expr.span, frame),
            _ => Ok(Value::Unit),
        }
    }

    fn run_for(&self, tree: &For, span: Span, frame: Frame) -> Eval {
        let iterated = self.eval(&tree.iterated, frame)?;
        let iterator = self.iterator(iterated, tree.iterated.span)?;
        let slot = Target::Slot(frame.base + tree.iterator);
        self.put_slot(frame.base + tree.iterator, iterator);
        let result = loop {
            if let Err(flow) = self.step(span) {
                break Err(flow);
            }
            let item = match self.next_of(&slot, span) {
                Ok(Some(item)) => item,
                Ok(None) => break Ok(Value::Unit),
                Err(flow) => break Err(flow),
            };
            let turn = self.temps(tree.turn, frame);
            let turned = self.turn_with(tree, item, span, frame);
            drop(turn);
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

    fn turn_with(&self, tree: &For, item: Value, span: Span, frame: Frame) -> Eval<Option<Value>> {
        self.session.set_line(span.line);
        let slot = frame.base + tree.item;
        self.record_bound_to(&item, &tree.name, span)?;
        self.put_slot(slot, item);
        if let Some(pattern) = &tree.pattern {
            self.bind(pattern, &Target::Slot(slot), Mode::Take, frame, span)?;
        }
        self.turn(&tree.body, tree.label, frame)
    }

    /// One turn of a loop: the value of a `break`, or `None` to go on.
    fn turn(&self, body: &Expr, label: Label, frame: Frame) -> Eval<Option<Value>> {
        match self.eval(body, frame) {
            Ok(_) => Ok(None),
            Err(Flow::Break(to, value)) if to == label => Ok(Some(value)),
            Err(Flow::Continue(to)) if to == label => Ok(None),
            Err(flow) => Err(flow),
        }
    }

    #[inline(never)]
    fn run_match(&self, tree: &Match, span: Span, frame: Frame) -> Eval {
        let target = self.locate(&tree.place, frame)?;
        for arm in &tree.arms {
            if !self.matches(&arm.pattern, &target, frame)? {
                continue;
            }
            if let Some(guard) = &arm.guard {
                // A guard only looks: nothing is moved before it holds.
                self.bind(&arm.pattern, &target, Mode::Look, frame, arm.body.span)?;
                if !self.truth(guard, frame)? {
                    continue;
                }
            }
            return self.in_scope(&arm.scope, frame, || {
                self.bind(&arm.pattern, &target, Mode::Take, frame, arm.body.span)?;
                self.eval(&arm.body, frame)
            });
        }
        let message = "non-exhaustive patterns: no arm of this `match` fits";
        Err(self.stop(Diagnostic::wrong(span, message).code("E0004")))
    }

    fn question(&self, value: Value, into: Option<&Rc<str>>, span: Span) -> Eval {
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
            Value::Object(object) => {
                let fmt = (Rc::clone(&object.class.name), Rc::from("fmt"));
                self.program.methods.contains_key(&fmt)
            }
            Value::Error(_) | Value::Str(_) | Value::String(_) => true,
            _ => false,
        };
        let place = super::value::Shared::new(error);
        let reference = Value::Ref(Target::shared(Rc::clone(&place)));
        let text = match display {
            true => self.display_value(&reference, span)?,
            false => self.debug_value(&reference, span)?,
        };
        Ok((place.value.replace(Value::Moved), text))
    }

    fn object(&self, object: &ObjectExpr, span: Span, frame: Frame) -> Eval {
        let count = object.class.variants[object.variant as usize].fields.len();
        let mut given = Pending(Vec::with_capacity(object.fields.len()));
        for (_, value) in &object.fields {
            given.0.push(self.eval(value, frame)?);
        }
        let base = object.base.as_ref().map(|base| self.locate(base, frame)).transpose()?;
        let mut fields: Vec<Value> = (0..count).map(|_| Value::Moved).collect();
        let given = std::mem::take(&mut given.0);
        for ((index, _), value) in object.fields.iter().zip(given) {
            fields[*index as usize] = value;
        }
        if let Some(base) = base {
            for (index, field) in fields.iter_mut().enumerate() {
                if !object.fields.iter().any(|(given, _)| *given as usize == index) {
                    *field = self.read(&base.field(index), span)?;
                }
            }
        }
        self.take_memory(size_of::<Value>() * count, span)?;
        Ok(Value::Object(Box::new(Object {
            class: Rc::clone(&object.class),
            variant: object.variant,
            fields: fields.into(),
            dropped: false,
        })))
    }

    fn repeat(&self, value: Value, count: usize, span: Span) -> Eval {
        self.take_memory(count.saturating_mul(size_of::<Value>()), span)?;
        let mut values = Vec::with_capacity(count);
        for _ in 1..count {
            let copy = match value.copy() {
                Some(copy) => copy,
                None => self.clone_value(&value, span)?,
            };
            values.push(copy);
        }
        if count > 0 {
            values.push(value);
        }
        Ok(Value::vec(values))
    }

    fn run_panic(&self, panic: &PanicExpr, span: Span, frame: Frame) -> Eval<Flow> {
        let message = panic.format.as_ref().map(|format| self.format(format, frame)).transpose()?;
        let message = match (panic.prefix, message) {
            ("", Some(message)) => message,
            ("", None) => String::from("explicit panic"),
            (prefix, Some(message)) => format!("{prefix}: {message}"),
            (prefix, None) => prefix.to_owned(),
        };
        let is_literal = panic.format.as_ref().is_none_or(|format| format.args.is_empty());
        let payload =
            if is_literal { Value::str(message.as_str()) } else { Value::string(message.as_str()) };
        Ok(self.panic(message, payload, span))
    }

    fn assert(&self, assert: &Assert, span: Span, frame: Frame) -> Eval {
        let (message, fallback) = match assert {
            Assert::True { condition, text, message } => {
                if self.truth(condition, frame)? {
                    return Ok(Value::Unit);
                }
                (message, format!("assertion failed: {text}"))
            }
            Assert::Compare { equal, left, right, message } => {
                let left = self.eval(left, frame)?;
                let right = self.eval(right, frame)?;
                let same = self.compare_values(Comparison::Equal, &left, &right, span)?;
                if same == *equal {
                    return Ok(Value::Unit);
                }
                let custom =
                    message.as_ref().map(|format| self.format(format, frame)).transpose()?;
                let custom = custom.map_or(String::new(), |text| format!(": {text}"));
                let op = if *equal { "==" } else { "!=" };
                let (left, right) =
                    (self.debug_value(&left, span)?, self.debug_value(&right, span)?);
                let message = format!(
                    "assertion `left {op} right` failed{custom}\n  left: {left}\n right: {right}"
                );
                return Err(self.panic_with(message, span));
            }
        };
        match message {
            Some(format) => {
                let message = self.format(format, frame)?;
                Err(self.panic_with(message, span))
            }
            None => Err(self.panic_with(fallback, span)),
        }
    }

    pub(super) fn arithmetic(&self, op: Arithmetic, left: Value, right: Value, span: Span) -> Eval {
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => match a.combine(op, b) {
                Ok(int) => Ok(Value::Int(int)),
                Err(fault) => Err(self.arithmetic_fault(fault, span)),
            },
            (Value::Float(a), Value::Float(b)) => Ok(Value::Float(float(op, a, b))),
            (Value::Float32(a), Value::Float32(b)) => {
                Ok(Value::Float32(float(op, a.into(), b.into()) as f32))
            }
            (Value::Float32(a), Value::Float(b)) => {
                Ok(Value::Float32(float(op, a.into(), b) as f32))
            }
            (Value::Float(a), Value::Float32(b)) => {
                Ok(Value::Float32(float(op, a, b.into()) as f32))
            }
            (Value::Bool(a), Value::Bool(b)) if op == Arithmetic::BitAnd => Ok(Value::Bool(a & b)),
            (Value::Bool(a), Value::Bool(b)) if op == Arithmetic::BitOr => Ok(Value::Bool(a | b)),
            (Value::Bool(a), Value::Bool(b)) if op == Arithmetic::BitXor => Ok(Value::Bool(a ^ b)),
            (Value::String(mut text), right) if op == Arithmetic::Add => {
                let more = self.text_of(&right, span)?;
                self.take_memory(text.len() + more.len(), span)?;
                text.push_str(&more);
                Ok(Value::String(text))
            }
            (left, right) if let Some(function) = self.operator(&left, op.method()) => {
                self.invoke_with(&function, vec![left, right], span)
            }
            (Value::Ref(target), right) => {
                let left = self.copied(&target, span)?;
                self.arithmetic(op, left, right, span)
            }
            (left, Value::Ref(target)) => {
                let right = self.copied(&target, span)?;
                self.arithmetic(op, left, right, span)
            }
            (left, right) => {
                let (symbol, a, b) = (op.symbol(), left.type_name(), right.type_name());
                let message = format!("cannot apply `{symbol}` to `{a}` and `{b}`");
                let mut diagnostic = Diagnostic::wrong(span, message).code("E0369");
                if matches!(left, Value::Str(_)) && op == Arithmetic::Add {
                    diagnostic = diagnostic.hint("use `format!(\"{}{}\", …)`");
                }
                Err(self.stop(diagnostic))
            }
        }
    }

    /// The program's own operator for a value of a type of its own.
    fn operator(&self, left: &Value, name: &str) -> Option<Rc<super::ir::Function>> {
        let class = match left {
            Value::Object(object) => Rc::clone(&object.class.name),
            Value::Ref(target) => {
                self.at(&self.behind_references(target), |value| match value {
                    Value::Object(object) => Some(Rc::clone(&object.class.name)),
                    _ => None,
                })??
            }
            _ => return None,
        };
        let index = *self.program.methods.get(&(class, Rc::from(name)))?;
        Some(Rc::clone(&self.program.functions[index as usize]))
    }

    #[cold]
    pub(super) fn arithmetic_fault(&self, fault: Fault, span: Span) -> Flow {
        match fault {
            Fault::Panic(message) => {
                let payload = Value::str(message);
                self.panic(message.to_owned(), payload, span)
            }
            Fault::Types(a, b) => {
                let message =
                    format!("mismatched types: expected `{}`, found `{}`", a.name(), b.name());
                let hint = format!("convert one of them with `as {}`", a.name());
                self.stop(Diagnostic::wrong(span, message).code("E0308").hint(hint))
            }
        }
    }

    /// What a closure takes along of a variable: the whole, or the parts its body names. Parts come
    /// in a shell of the whole's type, whose other fields are empty and whose own `drop` never runs.
    fn captured(&self, target: &Target, parts: &[Vec<Rc<str>>], span: Span) -> Eval {
        if parts.is_empty() || parts.iter().any(Vec::is_empty) {
            return self.read(target, span);
        }
        enum Shell {
            Object(Rc<super::ir::Type>, u32, usize, bool),
            Tuple(usize),
            Other,
        }
        let shell = self.look(target, span, |value| match value {
            Value::Object(object) => {
                let (class, count) = (Rc::clone(&object.class), object.fields.len());
                let has_drop = class.drop.get().is_some();
                Shell::Object(class, object.variant, count, has_drop)
            }
            Value::Tuple(values) => Shell::Tuple(values.len()),
            _ => Shell::Other,
        })?;
        let (count, has_drop) = match &shell {
            Shell::Object(_, _, count, has_drop) => (*count, *has_drop),
            Shell::Tuple(count) => (*count, false),
            Shell::Other => return self.read(target, span),
        };
        let mut fields: Vec<Value> = (0..count).map(|_| Value::Moved).collect();
        let mut indexes = Vec::new();
        for part in parts {
            let place = self.field(target, &part[0], span)?;
            let Some(index) = (0..count).find(|&index| place.is(&target.field(index))) else {
                return self.read(target, span);
            };
            let copies = self.look(&place, span, |value| value.copy().is_some())?;
            // What has a `drop` of its own cannot be taken apart: it goes as a whole.
            if has_drop && !copies {
                return self.read(target, span);
            }
            if !indexes.contains(&index) {
                indexes.push(index);
            }
        }
        for index in indexes {
            let name_of = |part: &&Vec<Rc<str>>| {
                self.field(target, &part[0], span).is_ok_and(|place| place.is(&target.field(index)))
            };
            let within: Vec<Vec<Rc<str>>> =
                parts.iter().filter(name_of).map(|part| part[1..].to_vec()).collect();
            fields[index] = self.captured(&target.field(index), &within, span)?;
        }
        Ok(match shell {
            Shell::Object(class, variant, ..) => Value::Object(Box::new(Object {
                class,
                variant,
                fields: fields.into(),
                dropped: true,
            })),
            _ => Value::tuple(fields),
        })
    }

    /// The copy of what is behind a reference.
    pub(super) fn copied(&self, target: &Target, span: Span) -> Eval {
        let target = self.behind_references(target);
        self.look(&target, span, |value| value.copy())?.ok_or_else(|| {
            let diagnostic = Diagnostic::wrong(span, "cannot move out of a reference");
            self.stop(diagnostic.code("E0507").hint("clone it"))
        })
    }

    fn assign_with(
        &self,
        op: Arithmetic,
        place: &Place,
        value: &Expr,
        span: Span,
        frame: Frame,
    ) -> Eval {
        let right = self.eval(value, frame)?;
        let target = self.locate(place, frame)?;
        let target = self.behind_references(&target);
        let reference = Value::Ref(target.clone());
        if let Some(function) = self.operator(&reference, &format!("{}_assign", op.method())) {
            return self.invoke_with(&function, vec![reference, right], span);
        }
        let is_text = self.look(&target, span, |value| matches!(value, Value::String(_)))?;
        let left = if is_text { self.take(&target, span)? } else { self.read(&target, span)? };
        let result = self.arithmetic(op, left, right, span)?;
        self.assign(&target, result, span)?;
        Ok(Value::Unit)
    }

    /// An open integer takes the type of the one it replaces.
    fn assigned(&self, target: &Target, value: Value) -> Value {
        match value {
            Value::Int(int) if int.kind == IntKind::Open => {
                let kind = self.at(target, |old| match old {
                    Value::Int(old) => Some(old.kind),
                    _ => None,
                });
                let settled = kind.flatten().and_then(|kind| int.settled(kind));
                Value::Int(settled.unwrap_or(int))
            }
            Value::Float(float) => match self.at(target, |old| matches!(old, Value::Float32(_))) {
                Some(true) => Value::Float32(float as f32),
                _ => Value::Float(float),
            },
            value => value,
        }
    }

    fn unary(&self, op: Unary, value: Value, span: Span) -> Eval {
        match (op, value) {
            (Unary::Not, Value::Bool(value)) => Ok(Value::Bool(!value)),
            (Unary::Not, Value::Int(int)) => Ok(Value::Int(int.inverted())),
            (Unary::Negate, Value::Int(int)) => {
                int.negated().map(Value::Int).map_err(|fault| self.arithmetic_fault(fault, span))
            }
            (Unary::Negate, Value::Float(value)) => Ok(Value::Float(-value)),
            (Unary::Negate, Value::Float32(value)) => Ok(Value::Float32(-value)),
            (op, Value::Ref(target)) => {
                let value = self.copied(&target, span)?;
                self.unary(op, value, span)
            }
            (op, value) => {
                let symbol = if op == Unary::Not { "!" } else { "-" };
                let message =
                    format!("cannot apply unary operator `{symbol}` to `{}`", value.type_name());
                Err(self.stop(Diagnostic::wrong(span, message).code("E0600")))
            }
        }
    }

    fn cast(&self, value: Value, cast: Cast, span: Span) -> Eval {
        Ok(match (cast, value) {
            (Cast::None, value) => value,
            (Cast::Int(kind), Value::Int(int)) => Value::Int(Int::wrapped(kind, int.value())),
            (Cast::Int(kind), Value::Bool(value)) => Value::Int(Int::wrapped(kind, value.into())),
            (Cast::Int(kind), Value::Char(char)) => {
                Value::Int(Int::wrapped(kind, u32::from(char).into()))
            }
            (Cast::Int(kind), Value::Float(value)) => Value::Int(saturated(kind, value)),
            (Cast::Int(kind), Value::Float32(value)) => Value::Int(saturated(kind, value.into())),
            (Cast::Int(kind), Value::Object(object)) => {
                Value::Int(Int::wrapped(kind, object.variant.into()))
            }
            (Cast::Float, Value::Int(int)) => Value::Float(int.value() as f64),
            (Cast::Float, Value::Float32(value)) => Value::Float(value.into()),
            (Cast::Float, Value::Float(value)) => Value::Float(value),
            (Cast::Float32, Value::Int(int)) => Value::Float32(int.value() as f32),
            (Cast::Float32, Value::Float(value)) => Value::Float32(value as f32),
            (Cast::Float32, Value::Float32(value)) => Value::Float32(value),
            (Cast::Char, Value::Int(int)) => {
                let char = u8::try_from(int.value()).map(char::from);
                Value::Char(char.unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            (cast, Value::Ref(target)) => {
                let value = self.copied(&target, span)?;
                self.cast(value, cast, span)?
            }
            (_, value) => {
                let message = format!("non-primitive cast of a `{}`", value.type_name());
                return Err(self.stop(Diagnostic::wrong(span, message).code("E0605")));
            }
        })
    }

    /// Records that a variable owns a resource from now on.
    pub(super) fn record_bound_to(&self, value: &Value, name: &str, span: Span) -> Eval<()> {
        if let Some(resource) = value.resource() {
            self.observe(span)?;
            let text = self.session.intern(name);
            self.session.record(Event { resource, text, ..Event::of(EventKind::Bound) });
        }
        Ok(())
    }

    fn record_bound(&self, value: &Value, place: &Place, span: Span) -> Eval<()> {
        if value.resource().is_some() {
            // A field or element is named as it is written.
            let name = self.program.text(place.span);
            self.record_bound_to(value, name, span)?;
        }
        Ok(())
    }
}

/// Operands that are there already; left before the last one came, they are dropped last first.
struct Pending(Vec<Value>);

impl Drop for Pending {
    fn drop(&mut self) {
        while let Some(value) = self.0.pop() {
            drop(value);
        }
    }
}

fn constant_value(constant: &Constant) -> Value {
    match constant {
        Constant::Int(int) => Value::Int(*int),
        Constant::Float(value) => Value::Float(*value),
        Constant::None => Value::None,
        Constant::ErrorKind(kind) => Value::ErrorKind(*kind),
        Constant::Ordering(ordering) => Value::Ordering(*ordering),
        Constant::Ending("Panicked") => Value::Ending(Box::new(EndingValue::Panicked)),
        Constant::Ending(_) => Value::Ending(Box::new(EndingValue::Returned)),
    }
}

fn float(op: Arithmetic, a: f64, b: f64) -> f64 {
    match op {
        Arithmetic::Add => a + b,
        Arithmetic::Sub => a - b,
        Arithmetic::Mul => a * b,
        Arithmetic::Div => a / b,
        Arithmetic::Rem => a % b,
        _ => f64::NAN,
    }
}

fn saturated(kind: IntKind, value: f64) -> Int {
    // `as` itself saturates, and 128 bits hold every kind.
    let wide = (value as i128).clamp(kind.min(), kind.max());
    Int::wrapped(kind, wide)
}

/// Both ends of a range are of one type.
fn match_kinds(from: &mut Value, to: &mut Value) {
    if let (Value::Int(a), Value::Int(b)) = (from, to) {
        if let Some(settled) = a.settled(b.kind) {
            *a = settled;
        }
        if let Some(settled) = b.settled(a.kind) {
            *b = settled;
        }
    }
}

/// A value that arrives where a type was declared: open integers take theirs.
pub(super) fn shape_value(value: Value, shape: &Shape) -> Value {
    match (value, shape) {
        (value, Shape::Any) => value,
        (Value::Int(int), Shape::Int(kind)) => Value::Int(int.settled(*kind).unwrap_or(int)),
        (Value::Float(value), Shape::Float32) => Value::Float32(value as f32),
        (Value::Some(value), Shape::Of(inner)) => Value::some(shape_value(*value, inner)),
        (Value::Box(value), Shape::Of(inner)) => Value::Box(Box::new(shape_value(*value, inner))),
        (Value::Vec(values), Shape::Of(inner)) => Value::vec(
            values.into_iter().map(|value| shape_value(value, inner)).collect::<Vec<_>>(),
        ),
        (value @ (Value::Rc(_) | Value::Cell(_)), Shape::Of(inner)) => {
            if let Value::Rc(shared) | Value::Cell(shared) = &value
                && let Ok(mut content) = shared.value.try_borrow_mut()
            {
                let taken = std::mem::replace(&mut *content, Value::Moved);
                *content = shape_value(taken, inner);
            }
            value
        }
        (Value::Ok(value), Shape::Result(inner, _)) => Value::ok(shape_value(*value, inner)),
        (Value::Err(value), Shape::Result(_, inner)) => Value::err(shape_value(*value, inner)),
        (Value::Tuple(values), Shape::Tuple(shapes)) => {
            let values = values.into_iter().zip(shapes.iter());
            Value::Tuple(values.map(|(value, shape)| shape_value(value, shape)).collect())
        }
        (value, _) => value,
    }
}
