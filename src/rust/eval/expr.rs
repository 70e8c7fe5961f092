//! Expressions: the one function that everything that runs passes through.

use std::rc::Rc;

use super::bind::Mode;
use super::format::Arguments;
use super::machine::{Eval, Flow, Frame, Machine};
use super::operators::match_kinds;
use crate::journal::{Binding, Event, Kind as EventKind, Way};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::eval::capacity::Each;
use crate::rust::ir::{Constant, Expr, Kind, Output, Place, PlaceBase, PlaceStep, Sequence, Shape};
use crate::rust::value::shape::shape_value;
use crate::rust::value::{Closure, EndingValue, Range, Shared, Target, Value};

impl Machine {
    /// Evaluates an expression in a frame.
    pub(in crate::rust) fn eval(&self, expr: &Expr, frame: Frame) -> Eval {
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
                let to_stderr = matches!(output, Output::Stderr);
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
            Kind::Default(ty) => self.default_of(ty, span)?,
            Kind::Method(call) => Value::Method(Rc::clone(call)),
            Kind::Convert(into, method, value) => {
                let value = self.eval(value, frame)?;
                let function = self.conversion(into, method, &value);
                match function.or_else(|| self.own_function(into, method)) {
                    Some(function) => self.invoke_with(&function, vec![value], span)?,
                    None => value,
                }
            }
            Kind::Reference(place) => self.reference(place, frame)?,
            Kind::Unary(op, value) => {
                let value = self.eval(value, frame)?;
                self.unary(*op, value, span)?
            }
            Kind::Cast(value, cast) => {
                let value = self.eval(value, frame)?;
                self.cast(value, *cast, span)?
            }
            Kind::Shaped(value, Shape::Text) => self.text_behind(self.eval(value, frame)?),
            Kind::Shaped(value, shape) => shape_value(self.eval(value, frame)?, shape),
            Kind::Range(start, end, inclusive) => {
                let mut from = self.eval_or_moved(start.as_deref(), frame)?;
                let mut to = self.eval_or_moved(end.as_deref(), frame)?;
                match_kinds(&mut from, &mut to);
                Value::Range(Box::new(Range { from, to, inclusive: *inclusive }))
            }
            Kind::Tuple(values) => Value::Tuple(self.args(values, frame)?.into()),
            Kind::List(sequence, values) => {
                let values = self.args(values, frame)?;
                self.take_memory(size_of::<Value>() * values.len(), span)?;
                listed(*sequence, values)
            }
            Kind::Repeat(sequence, value, count) => {
                let value = self.eval(value, frame)?;
                let count = self.eval(count, frame)?;
                let count = self.capacity(&count, Each::Value, span)?;
                listed(*sequence, self.repeat(value, count, span)?)
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
                Value::Ref(Target::shared(Shared::new(value)))
            }
            Kind::Format(format) => {
                let text = self.format(format, frame)?;
                self.take_memory(text.len(), span)?;
                Value::string(text)
            }
            Kind::Arguments(format) => {
                let args = self.args(&format.args, frame)?;
                Value::Arguments(Box::new(Arguments { format: Rc::clone(format), args }))
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
        let mut read = Value::Moved;
        self.reach(place, frame, &mut |value| {
            read = match value.copy() {
                Some(copy) => copy,
                None => std::mem::replace(value, Value::Moved),
            };
        })?;
        if matches!(read, Value::Moved) {
            return Err(self.moved(span));
        }
        Ok(read)
    }

    fn reference(&self, place: &Place, frame: Frame) -> Eval {
        let target = self.locate(place, frame)?;
        // `&v[1..3]` and `&s[..2]` are references already.
        let sliced = matches!(place.steps.last(), Some(PlaceStep::Index(_)));
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

    pub(in crate::rust) fn truth(&self, expr: &Expr, frame: Frame) -> Eval<bool> {
        let value = self.eval(expr, frame)?;
        self.as_bool(&value, expr.span)
    }

    pub(in crate::rust) fn as_bool(&self, value: &Value, span: Span) -> Eval<bool> {
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
    pub(in crate::rust) fn args(&self, exprs: &[Expr], frame: Frame) -> Eval<Vec<Value>> {
        let mut operands = Pending(Vec::with_capacity(exprs.len()));
        for expr in exprs {
            operands.0.push(self.eval(expr, frame)?);
        }
        Ok(std::mem::take(&mut operands.0))
    }

    /// The copy of what is behind a reference.
    pub(in crate::rust) fn copied(&self, target: &Target, span: Span) -> Eval {
        let target = self.behind_references(target);
        self.look(&target, span, |value| value.copy())?.ok_or_else(|| {
            let diagnostic = Diagnostic::wrong(span, "cannot move out of a reference");
            self.stop(diagnostic.code("E0507").hint("clone it"))
        })
    }

    /// Records that a variable that begins here owns a resource.
    pub(in crate::rust) fn record_bound_to(
        &self,
        value: &Value,
        name: &str,
        span: Span,
    ) -> Eval<()> {
        self.record_binding(value, name, Binding::Declared, span)
    }

    fn record_binding(&self, value: &Value, name: &str, by: Binding, span: Span) -> Eval<()> {
        if let Some(resource) = value.resource() {
            self.observe(span)?;
            let (text, detail) = (self.session.intern(name), by as u8);
            self.session.record(Event { resource, text, detail, ..Event::of(EventKind::Bound) });
        }
        Ok(())
    }

    /// Records that a place that was there before owns a resource from now on.
    pub(in crate::rust) fn record_bound(
        &self,
        value: &Value,
        place: &Place,
        span: Span,
    ) -> Eval<()> {
        if value.resource().is_some() {
            // A field or element is named as it is written.
            let name = self.program.text(place.span);
            self.record_binding(value, name, Binding::Stored, span)?;
        }
        Ok(())
    }
}

/// Operands that are there already; left before the last one came, they are dropped last first.
pub(in crate::rust) struct Pending(pub(in crate::rust) Vec<Value>);

impl Drop for Pending {
    fn drop(&mut self) {
        while let Some(value) = self.0.pop() {
            drop(value);
        }
    }
}

fn listed(sequence: Sequence, values: Vec<Value>) -> Value {
    match sequence {
        Sequence::Array => Value::Array(Box::new(values)),
        Sequence::Vec => Value::vec(values),
    }
}

fn constant_value(constant: &Constant) -> Value {
    match constant {
        Constant::Int(int) => Value::Int(*int),
        Constant::Float(value) => Value::Float(*value),
        Constant::None => Value::None,
        Constant::Unit => Value::Unit,
        Constant::ExitCode(code) => Value::ExitCode(*code),
        Constant::Float32(value) => Value::Float32(*value),
        Constant::Wide(wide) => Value::Wide(Box::new(*wide)),
        Constant::Char(char) => Value::Char(*char),
        Constant::FmtError => Value::LibraryError(Box::new(std::fmt::Error.into())),
        Constant::ErrorKind(kind) => Value::ErrorKind(*kind),
        Constant::Ordering(ordering) => Value::Ordering(*ordering),
        Constant::Ending("Panicked") => Value::Ending(Box::new(EndingValue::Panicked)),
        Constant::Ending(_) => Value::Ending(Box::new(EndingValue::Returned)),
    }
}
