//! Calls: functions, closures, and finding the method that a name means.

use std::rc::Rc;

use super::bind::Mode;
use super::machine::{Eval, Flow, Frame, Machine};
use super::scope::Operands;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::run::limits::MAX_DEPTH;
use crate::rust::ir::{Expr, Function, MethodCall, Place, Receiver};
use crate::rust::library::builtin;
use crate::rust::library::suggestions::{methods_of, suggestion};
use crate::rust::value::reference::{MAX_CHAIN_OF_REFERENCES, Step};
use crate::rust::value::shape::{shape_in_place, shape_value};
use crate::rust::value::{Closure, Object, Target, Value};

/// A call that is active: what it counts for, and where its slots begin.
struct Active<'m> {
    machine: &'m Machine,
    depth: u32,
    _slots: Operands<'m>,
}

impl Drop for Active<'_> {
    fn drop(&mut self) {
        let depth = &self.machine.depth;
        depth.set(depth.get() - self.depth);
    }
}

/// A closure that is being called. What it took along is in the frame of the call meanwhile, and goes
/// back when the call ends, by a panic as well: it belongs to the closure and not to the call.
struct Lent<'m> {
    machine: &'m Machine,
    closure: Option<Box<Closure>>,
    /// The first slot of what was taken along.
    from: u32,
    /// Where the closure came from, if it is to be put back there.
    back: Option<Target>,
}

impl Lent<'_> {
    fn give_back(&mut self) -> Option<Box<Closure>> {
        let mut closure = self.closure.take()?;
        for (index, capture) in closure.captures.iter_mut().enumerate() {
            *capture = self.machine.take_slot(self.from + index as u32);
        }
        Some(closure)
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let Some(closure) = self.give_back() else { return };
        if let Some(back) = &self.back {
            let mut closure = Some(Value::Closure(closure));
            self.machine.at(back, |place| {
                if let (Value::Moved, Some(closure)) = (&place, closure.take()) {
                    *place = closure;
                }
            });
        }
    }
}

/// A receiver that is an operand already: if its call is left before it begins, it is dropped after
/// the operands that came later.
struct Waiting<'m> {
    machine: &'m Machine,
    /// `None` once the method has begun, which takes it.
    target: Option<Target>,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let Some(target) = self.target.take() else { return };
        let left = self.machine.at(&target, |value| std::mem::replace(value, Value::Moved));
        drop(left);
    }
}

impl Machine {
    /// Calls a function whose arguments are on top of the stack, from `base` on.
    pub(in crate::rust) fn invoke(&self, function: &Function, base: u32, span: Span) -> Eval {
        let _active = self.activate(function, base, span)?;
        let frame = Frame { base };
        let scope = self.enter_scope(&function.scope, frame);
        let result = self.run_body(function, frame, span);
        returned(function, scope.leave_with(result))
    }

    fn activate(&self, function: &Function, base: u32, span: Span) -> Eval<Active<'_>> {
        let depth = self.depth.get() + function.depth + 1;
        if depth > MAX_DEPTH {
            return Err(self.overflow(&function.name, span));
        }
        self.depth.set(depth);
        let mut stack = self.stack.borrow_mut();
        let length = base as usize + function.slots as usize;
        if stack.len() < length {
            stack.resize_with(length, || Value::Moved);
        }
        drop(stack);
        let slots = Operands::from(self, base as usize);
        Ok(Active { machine: self, depth: function.depth + 1, _slots: slots })
    }

    fn run_body(&self, function: &Function, frame: Frame, span: Span) -> Eval {
        for (index, param) in function.params.iter().enumerate() {
            let slot = frame.base + param.slot;
            if param.slot != index as u32 {
                let argument = self.take_slot(frame.base + index as u32);
                self.put_slot(slot, argument);
            }
            let resource = {
                let argument = &mut self.stack.borrow_mut()[slot as usize];
                shape_in_place(argument, &param.shape);
                argument.resource()
            };
            if let Some(resource) = resource
                && !param.name.is_empty()
            {
                self.observe(span)?;
                let text = self.session.intern(&param.name);
                let event = crate::journal::Event::of(crate::journal::Kind::Bound);
                self.session.record(crate::journal::Event { resource, text, ..event });
            }
            if let Some(pattern) = &param.pattern {
                self.bind(pattern, &Target::Slot(slot), Mode::Take, frame, span)?;
            }
        }
        self.eval(&function.body, frame)
    }

    /// Calls what is at a place: `f(…)` where `f` is a variable.
    #[inline(never)]
    pub(in crate::rust) fn call_place(
        &self,
        place: &Place,
        args: &[Expr],
        span: Span,
        frame: Frame,
    ) -> Eval {
        let target = self.locate(place, frame)?;
        let args = self.args(args, frame)?;
        self.step(span)?;
        self.call_at(&self.behind(&target), args, span)
    }

    /// Calls the callable value at a place, which stays there.
    pub(in crate::rust) fn call_at(&self, target: &Target, args: Vec<Value>, span: Span) -> Eval {
        let callable = self.look(target, span, |value| match value {
            Value::Closure(_) => std::mem::replace(value, Value::Moved),
            value => value.copy().unwrap_or(Value::Moved),
        })?;
        match callable {
            Value::Closure(closure) => self.call_closure(closure, Some(target.clone()), args, span),
            Value::Moved => Err(self.moved(span)),
            callable => self.call_value(callable, args, span),
        }
    }

    /// Calls a value that is used up by it.
    pub(in crate::rust) fn call_value(
        &self,
        callable: Value,
        args: Vec<Value>,
        span: Span,
    ) -> Eval {
        match callable {
            Value::Closure(closure) => self.call_closure(closure, None, args, span),
            Value::Ref(target) => {
                let target = self.behind(&target);
                if self.at(&target, |value| matches!(value, Value::Ref(_))) == Some(true) {
                    return Err(self.dangling(span));
                }
                self.call_at(&target, args, span)
            }
            Value::Box(inner) => self.call_value(*inner, args, span),
            Value::Function(index) => {
                let function = Rc::clone(&self.program.functions[index as usize]);
                let expected = function.params.len();
                self.check_count(expected, args.len(), span)?;
                self.invoke_with(&function, args, span)
            }
            Value::Method(call) => self.call_named(&call, args, span),
            Value::Builtin(builtin) => {
                self.check_count(builtin.count(), args.len(), span)?;
                self.call_builtin(builtin, args, span)
            }
            Value::Constructor(class, variant) => {
                let expected = class.variants[variant as usize].fields.len();
                self.check_count(expected, args.len(), span)?;
                let fields = args.into();
                Ok(Value::Object(Box::new(Object { class, variant, fields, dropped: false })))
            }
            other => {
                let message = format!("expected function, found `{}`", other.type_name());
                Err(self.stop(Diagnostic::wrong(span, message).code("E0618")))
            }
        }
    }

    /// Calls a function with values that are at hand.
    pub(in crate::rust) fn invoke_with(
        &self,
        function: &Function,
        args: Vec<Value>,
        span: Span,
    ) -> Eval {
        let operands = self.operands();
        for arg in args {
            self.push(arg);
        }
        self.invoke(function, operands.base(), span)
    }

    fn call_closure(
        &self,
        closure: Box<Closure>,
        back: Option<Target>,
        args: Vec<Value>,
        span: Span,
    ) -> Eval {
        let function = Rc::clone(&closure.function);
        self.check_count(function.params.len(), args.len(), span)?;
        self.step(span)?;
        let operands = self.operands();
        for arg in args {
            self.push(arg);
        }
        let base = operands.base();
        let _active = self.activate(&function, base, span)?;
        let frame = Frame { base };
        let scope = self.enter_scope(&function.scope, frame);
        let from = base + function.params.len() as u32;
        let mut closure = closure;
        for (index, capture) in closure.captures.iter_mut().enumerate() {
            let captured = std::mem::replace(capture, Value::Moved);
            self.put_slot(from + index as u32, captured);
        }
        // A closure that gives away what it took along is used up by its call.
        let back = if function.once { None } else { back };
        let mut lent = Lent { machine: self, closure: Some(closure), from, back };
        let result = self.run_body(&function, frame, span);
        let result = if lent.back.is_some() {
            drop(lent);
            scope.leave_with(result)
        } else {
            // It ends with the call: after its variables, as a parameter would.
            let closure = lent.give_back();
            let result = scope.leave_with(result);
            drop(closure);
            result
        };
        returned(&function, result)
    }

    fn check_count(&self, expected: usize, found: usize, span: Span) -> Eval<()> {
        if expected == found {
            return Ok(());
        }
        let message = format!("this function takes {expected} arguments but {found} were supplied");
        Err(self.stop(Diagnostic::wrong(span, message).code("E0057")))
    }

    #[inline(never)]
    pub(in crate::rust) fn call_method(&self, call: &MethodCall, span: Span, frame: Frame) -> Eval {
        let located = self.locate(&call.receiver, frame)?;
        let (target, found, by_reference) = self.find_method(located, call, span)?;
        let Some(index) = found else {
            let mut waiting = self.waiting(&target, call);
            let args = self.args(&call.args, frame)?;
            if let Some(waiting) = &mut waiting {
                waiting.target = None;
            }
            self.step(span)?;
            return self.library_method(&target, call, args, by_reference, span);
        };
        let function = Rc::clone(&self.program.functions[index as usize]);
        let operands = self.operands();
        match function.receiver {
            Some(Receiver::Value | Receiver::Counted) => {
                let receiver = self.read(&target, span)?;
                self.push(receiver);
            }
            _ => self.push(Value::Ref(target)),
        }
        for arg in &call.args {
            let value = self.eval(arg, frame)?;
            self.push(value);
        }
        self.step(span)?;
        let given = call.args.len() + 1;
        self.check_count(function.params.len(), given, call.name_span)?;
        self.invoke(&function, operands.base(), span)
    }

    /// Calls the method that a value names, with the receiver as its first argument.
    fn call_named(&self, call: &MethodCall, args: Vec<Value>, span: Span) -> Eval {
        let mut args = args.into_iter();
        let receiver = crate::rust::value::Shared::new(args.next().unwrap_or(Value::Unit));
        let place = Target::shared(Rc::clone(&receiver));
        let (target, found, by_reference) = self.find_method(place, call, span)?;
        match found {
            Some(index) => {
                let function = Rc::clone(&self.program.functions[index as usize]);
                let receiver = match function.receiver {
                    Some(Receiver::Value | Receiver::Counted) => self.read(&target, span)?,
                    _ => Value::Ref(target),
                };
                self.invoke_with(&function, [receiver].into_iter().chain(args).collect(), span)
            }
            None => self.library_method(&target, call, args.collect(), by_reference, span),
        }
    }

    /// Methods are looked for as Rust does: on the value, then behind each pointer. Gives the place of
    /// the receiver, the program's own method if it is one, and whether a reference leads there.
    fn find_method(
        &self,
        located: Target,
        call: &MethodCall,
        span: Span,
    ) -> Eval<(Target, Option<u32>, bool)> {
        /// Where to look next.
        enum Next {
            Reference(Target),
            Within,
            Counted,
            /// Where the program's own `deref` leads.
            Own,
        }
        let mut target = located;
        // The counted pointer that leads there.
        let mut counted = None;
        let mut by_reference = false;
        let mutable = call.receiver.mutable;
        let mut followed = 0;
        let found = loop {
            followed += 1;
            if followed > MAX_CHAIN_OF_REFERENCES {
                return Err(self.dangling(span));
            }
            if let Some(user) = self.called_method(&target, call) {
                let receiver = self.program.functions[user as usize].receiver;
                if let Some(Receiver::Counted | Receiver::ReferenceToCounted) = receiver {
                    target = counted.unwrap_or(target);
                }
                break Some(user);
            }
            let next = self.look(&target, span, |value| match value {
                Value::Ref(next) => Next::Reference(next.clone()),
                Value::Borrow(_) | Value::ManuallyDrop(_) => Next::Within,
                Value::Box(_) if !own_of_pointer(call) => Next::Within,
                Value::Rc(_) if !own_of_pointer(call) => Next::Counted,
                _ => Next::Own,
            })?;
            target = match next {
                Next::Reference(next) => {
                    // What an iterator is asked for through a reference is asked of the iterator.
                    by_reference = true;
                    next
                }
                Next::Within => target.step(Step::Deref),
                Next::Counted => {
                    let inside = target.step(Step::Deref);
                    counted = Some(target);
                    inside
                }
                // What every value has is not looked for any further.
                Next::Own if in_every_value(call) => break None,
                Next::Own => match self.own_deref(&target, mutable, span)? {
                    Some(next) => next,
                    None => break None,
                },
            }
        };
        Ok((target, found, by_reference))
    }

    /// The receiver of a method that takes it by value, while the arguments are made.
    fn waiting<'m>(&'m self, target: &Target, call: &MethodCall) -> Option<Waiting<'m>> {
        let by_value = call.method.is_some_and(builtin::Method::takes_option);
        // A copy is what is taken of a value that copies.
        let moves = || {
            self.at(target, |value| {
                matches!(value, Value::Some(_) | Value::Ok(_) | Value::Err(_))
                    && value.copy().is_none()
            })
        };
        let waits = !call.args.is_empty() && by_value && moves() == Some(true);
        waits.then(|| Waiting { machine: self, target: Some(target.clone()) })
    }

    /// A method that a value does not have.
    pub(in crate::rust) fn no_method(&self, target: &Target, call: &MethodCall) -> Flow {
        let of = self.at(target, |value| value.type_name()).unwrap_or_default();
        if of == "a moved value" {
            return self.moved(call.receiver.span);
        }
        let name = &call.name;
        let message = format!("no method named `{name}` found for `{of}`");
        let mut diagnostic =
            Diagnostic::wrong(call.name_span, message).code("E0599").label("method not found");
        if name.as_ref() == "drop" {
            let receiver = self.program.text(call.receiver.span);
            diagnostic = diagnostic.hint(format!("write `drop({receiver})`"));
        } else if let Some(hint) = suggestion("method", name, &of, methods_of(&of)) {
            diagnostic = diagnostic.hint(hint);
        }
        self.stop(diagnostic)
    }
}

/// What the function as a whole gives back: `return` and `?` end here.
fn returned(function: &Function, result: Eval) -> Eval {
    match result {
        Ok(value) | Err(Flow::Return(value, _)) => Ok(shape_value(value, &function.returns)),
        Err(Flow::Break(..) | Flow::Continue(_)) => Ok(Value::Unit),
        Err(Flow::Stop) => Err(Flow::Stop),
    }
}

/// Methods that a value has without following its `deref`.
fn in_every_value(call: &MethodCall) -> bool {
    matches!(call.method, Some(builtin::Method::Clone | builtin::Method::ToString))
}

/// Methods that a `Box` or `Rc` has itself.
fn own_of_pointer(call: &MethodCall) -> bool {
    use builtin::Method as M;
    matches!(call.method, Some(M::Clone | M::AsRef | M::AsMut | M::Downcast | M::Into))
}
