//! Places: from the form that runs to a [`Target`], and from a target to the value there.

use std::rc::Rc;

use super::diagnostic::{Diagnostic, Span};
use super::ir::{Place, PlaceBase, PlaceStep};
use super::machine::{Eval, Flow, Frame, Machine};
use super::overloaded::Indexed;
use super::value::{Base, Range, Shared, Slice, Step, Target, Value, Within};

/// What became of a walk to a place.
enum Walk {
    Arrived,
    /// A reference leads elsewhere, with so many steps still to go.
    Elsewhere(Target, usize),
    /// There is no such place (any more).
    Nowhere,
}

impl Target {
    /// The place one step further.
    pub(super) fn step(&self, step: Step) -> Self {
        let (base, steps) = self.parts();
        let steps = steps.iter().copied().chain([step]).collect();
        Self::Within(Rc::new(Within { base, steps }))
    }

    pub(super) fn field(&self, index: usize) -> Self {
        self.step(Step::Field(index as u32))
    }

    pub(super) fn shared(shared: Rc<Shared>) -> Self {
        Self::Within(Rc::new(Within { base: Base::Shared(shared), steps: Box::new([]) }))
    }

    fn parts(&self) -> (Base, &[Step]) {
        match self {
            Self::Slot(slot) => (Base::Slot(*slot), &[]),
            Self::Within(within) => (within.base.clone(), &within.steps),
        }
    }

    fn followed_by(&self, more: &[Step]) -> Self {
        if more.is_empty() {
            return self.clone();
        }
        let (base, steps) = self.parts();
        let steps = steps.iter().chain(more).copied().collect();
        Self::Within(Rc::new(Within { base, steps }))
    }

    /// Whether two references lead to the same place.
    pub(super) fn is(&self, other: &Self) -> bool {
        let ((a, steps), (b, others)) = (self.parts(), other.parts());
        let same = match (a, b) {
            (Base::Slot(a), Base::Slot(b)) => a == b,
            (Base::Shared(a), Base::Shared(b)) => Rc::ptr_eq(&a, &b),
            _ => false,
        };
        same && steps == others
    }
}

/// Goes to a place within a value.
fn walk(value: &mut Value, steps: &[Step], arrive: &mut dyn FnMut(&mut Value)) -> Walk {
    let Some((step, rest)) = steps.split_first() else {
        arrive(value);
        return Walk::Arrived;
    };
    let inner = match (step, value) {
        (_, Value::Ref(target)) => {
            let more = if *step == Step::Deref { rest.len() } else { steps.len() };
            return Walk::Elsewhere(target.clone(), more);
        }
        (Step::Deref, Value::Box(inner) | Value::Payload(inner)) => Some(&mut **inner),
        (Step::Deref, Value::ManuallyDrop(manual)) => Some(manual.inner()),
        (Step::Deref, Value::Rc(shared) | Value::Cell(shared)) => {
            return match shared.value.try_borrow_mut() {
                Ok(mut value) => walk(&mut value, rest, arrive),
                Err(_) => Walk::Nowhere,
            };
        }
        (Step::Deref, Value::Borrow(borrow)) => {
            return match borrow.cell.value.try_borrow_mut() {
                Ok(mut value) => walk(&mut value, rest, arrive),
                Err(_) => Walk::Nowhere,
            };
        }
        (Step::Field(index), value) => part(value, *index as usize),
        _ => None,
    };
    inner.map_or(Walk::Nowhere, |inner| walk(inner, rest, arrive))
}

/// The n-th part of a value.
fn part(value: &mut Value, index: usize) -> Option<&mut Value> {
    match value {
        Value::Tuple(values) => values.get_mut(index),
        Value::Vec(values) | Value::Array(values) => values.get_mut(index),
        Value::Map(map) => map.parts.get_mut(index),
        Value::Entry(entry) => Some(&mut entry.key),
        // What `peek` leads to.
        Value::Iter(_) => super::adaptors::peeked(value),
        Value::Object(object) => object.fields.get_mut(index),
        Value::Some(inner) | Value::Ok(inner) | Value::Err(inner) => Some(&mut **inner),
        _ => None,
    }
}

impl Machine {
    pub(super) fn push(&self, value: Value) {
        self.stack.borrow_mut().push(value);
    }

    /// Takes what is in a slot, by its number from the bottom of the stack.
    #[inline]
    pub(super) fn take_slot(&self, slot: u32) -> Value {
        match self.stack.borrow_mut().get_mut(slot as usize) {
            Some(value) => std::mem::replace(value, Value::Moved),
            None => Value::Moved,
        }
    }

    /// Puts a value into a slot; what was there is dropped.
    #[inline]
    pub(super) fn put_slot(&self, slot: u32, value: Value) {
        let old = std::mem::replace(&mut self.stack.borrow_mut()[slot as usize], value);
        drop(old);
    }

    /// Looks at or changes the value at a place; `None` if there is no such place. `look` must not
    /// run anything of the script, nor drop a value.
    pub(super) fn at<T>(&self, target: &Target, look: impl FnOnce(&mut Value) -> T) -> Option<T> {
        if let Target::Slot(slot) = target {
            return self.stack.borrow_mut().get_mut(*slot as usize).map(look);
        }
        let mut look = Some(look);
        let mut found = None;
        let mut arrive = |value: &mut Value| found = look.take().map(|look| look(value));
        let mut target = target.clone();
        // A chain of references can be long, but not endless: each leads to an older place.
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            let (base, steps) = target.parts();
            let walked = match base {
                Base::Slot(slot) => match self.stack.borrow_mut().get_mut(slot as usize) {
                    Some(value) => walk(value, steps, &mut arrive),
                    None => Walk::Nowhere,
                },
                Base::Shared(shared) => match shared.value.try_borrow_mut() {
                    Ok(mut value) => walk(&mut value, steps, &mut arrive),
                    Err(_) => Walk::Nowhere,
                },
            };
            match walked {
                Walk::Arrived | Walk::Nowhere => break,
                Walk::Elsewhere(next, more) => {
                    let rest = steps[steps.len() - more..].to_vec();
                    target = next.followed_by(&rest);
                }
            }
        }
        found
    }

    /// As [`Machine::at`], for a place that must be there.
    pub(super) fn look<T>(
        &self,
        target: &Target,
        span: Span,
        look: impl FnOnce(&mut Value) -> T,
    ) -> Eval<T> {
        self.at(target, look).ok_or_else(|| self.dangling(span))
    }

    #[cold]
    pub(super) fn dangling(&self, span: Span) -> Flow {
        let diagnostic = Diagnostic::wrong(span, "this refers to a value that is gone");
        self.stop(
            diagnostic.hint("`rustc` would refuse it: a reference must not outlive its value"),
        )
    }

    /// Takes the value at a place, leaving a hole.
    pub(super) fn take(&self, target: &Target, span: Span) -> Eval {
        let taken = self.look(target, span, |value| std::mem::replace(value, Value::Moved))?;
        if matches!(taken, Value::Moved) {
            return Err(self.moved(span));
        }
        Ok(taken)
    }

    /// Reads a place by value: a copy, or what is there itself.
    #[inline]
    pub(super) fn read(&self, target: &Target, span: Span) -> Eval {
        let read = self.look(target, span, |value| match value.copy() {
            Some(copy) => copy,
            None => std::mem::replace(value, Value::Moved),
        })?;
        if matches!(read, Value::Moved) {
            return Err(self.moved(span));
        }
        Ok(read)
    }

    #[cold]
    pub(super) fn moved(&self, span: Span) -> Flow {
        let diagnostic =
            Diagnostic::wrong(span, "use of a value that was moved, or never assigned");
        let hint =
            "its type is not known before the run, or the place would be shown where it went";
        self.stop(diagnostic.code("E0382").label("nothing is here any more").hint(hint))
    }

    /// Puts a value at a place; what was there is dropped afterwards, as an assignment does.
    pub(super) fn assign(&self, target: &Target, value: Value, span: Span) -> Eval<()> {
        let mut value = Some(value);
        let old = self.look(target, span, |place| {
            std::mem::replace(place, value.take().unwrap_or(Value::Moved))
        })?;
        drop(old);
        Ok(())
    }

    /// The place behind a reference, box, counted pointer or borrow; `None` for all else.
    pub(super) fn deref(&self, target: &Target) -> Option<Target> {
        let step = self.at(target, |value| match value {
            Value::Ref(target) => Some(Err(target.clone())),
            Value::Box(_) | Value::Rc(_) | Value::Borrow(_) | Value::ManuallyDrop(_) => {
                Some(Ok(Step::Deref))
            }
            _ => None,
        })??;
        Some(match step {
            Ok(step) => target.step(step),
            Err(elsewhere) => elsewhere,
        })
    }

    /// The place behind all references.
    pub(super) fn behind_references(&self, target: &Target) -> Target {
        let mut target = target.clone();
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            let next = self.at(&target, |value| match value {
                Value::Ref(next) => Some(next.clone()),
                _ => None,
            });
            match next {
                Some(Some(next)) => target = next,
                _ => break,
            }
        }
        target
    }

    /// The place behind references and pointers of all kinds.
    pub(super) fn behind(&self, target: &Target) -> Target {
        let mut target = target.clone();
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            match self.deref(&target) {
                Some(next) => target = next,
                None => break,
            }
        }
        target
    }

    /// Works out a place. A value without one is put into its temporary.
    pub(super) fn locate(&self, place: &Place, frame: Frame) -> Eval<Target> {
        let mut target = match &place.base {
            PlaceBase::Local(slot) => Target::Slot(frame.base + slot),
            PlaceBase::Captured(slot, by_reference) => {
                let slot = Target::Slot(frame.base + slot);
                if by_reference.get() { self.deref(&slot).unwrap_or(slot) } else { slot }
            }
            PlaceBase::Static(index) => self.static_place(*index, place.span)?,
            PlaceBase::Temp(slot, value) => {
                let value = self.eval(value, frame)?;
                let slot = frame.base + slot;
                self.put_slot(slot, value);
                Target::Slot(slot)
            }
        };
        for step in &place.steps {
            target = match step {
                PlaceStep::Deref => match self.deref(&target) {
                    Some(target) => target,
                    None => match self.own_deref(&target, place.mutable, place.span)? {
                        Some(target) => target,
                        // A `&str` is its own content.
                        None => target,
                    },
                },
                PlaceStep::Field(name) => self.field(&target, name, place.mutable, place.span)?,
                PlaceStep::Index(index) => {
                    let at = self.eval(index, frame)?;
                    self.index(&target, at, place.mutable, place.span)?
                }
            };
        }
        Ok(target)
    }

    pub(super) fn field(
        &self,
        target: &Target,
        name: &str,
        mutable: bool,
        span: Span,
    ) -> Eval<Target> {
        let mut target = target.clone();
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            let index = self.look(&target, span, |value| match value {
                Value::Object(object) => {
                    let fields = &object.class.variants[object.variant as usize].fields;
                    fields.iter().position(|field| *field.name == *name)
                }
                Value::Tuple(values) => {
                    name.parse().ok().filter(|&index: &usize| index < values.len())
                }
                _ => None,
            })?;
            if let Some(index) = index {
                return Ok(target.field(index));
            }
            let next = match self.deref(&target) {
                Some(next) => Some(next),
                None => self.own_deref(&target, mutable, span)?,
            };
            match next {
                Some(next) => target = next,
                None => {
                    let (is_moved, of) = self.look(&target, span, |value| {
                        (matches!(value, Value::Moved), value.type_name())
                    })?;
                    if is_moved {
                        return Err(self.moved(span));
                    }
                    // What a `Metadata` has are plain numbers: they are copied out.
                    if let Some(value) = self.metadata_field(&target, name) {
                        return Ok(Target::shared(Shared::new(value)));
                    }
                    let message = format!("no field `{name}` on type `{of}`");
                    return Err(self.stop(Diagnostic::wrong(span, message).code("E0609")));
                }
            }
        }
        Err(self.dangling(span))
    }

    fn metadata_field(&self, target: &Target, name: &str) -> Option<Value> {
        self.at(target, |value| match (value, name) {
            (Value::Metadata(metadata), "len") => {
                Some(Value::Int(super::number::Int::u64(metadata.len)))
            }
            (Value::Metadata(metadata), "is_dir") => Some(Value::Bool(metadata.is_dir)),
            _ => None,
        })?
    }

    fn index(&self, target: &Target, at: Value, mutable: bool, span: Span) -> Eval<Target> {
        let target = self.behind(target);
        let (target, at) = match self.index_own(target, at, mutable, span)? {
            Indexed::Place(place) => return Ok(place),
            Indexed::ByNumber(target, at) => (target, at),
        };
        let length = self.look(&target, span, |value| match value {
            Value::Vec(values) | Value::Array(values) => Some((values.len(), None)),
            Value::Slice(slice) => {
                Some((slice.to - slice.from, Some((slice.of.clone(), slice.from))))
            }
            Value::String(text) => Some((text.len(), None)),
            Value::Str(text) => Some((text.len(), None)),
            _ => None,
        })?;
        let Some((length, slice)) = length else {
            let of = self.look(&target, span, |value| value.type_name())?;
            let message = format!("cannot index into a value of type `{of}`");
            return Err(self.stop(Diagnostic::wrong(span, message).code("E0608")));
        };
        match at {
            Value::Int(index) => {
                let Some(index) = index.as_usize().filter(|&index| index < length) else {
                    let message = format!(
                        "index out of bounds: the len is {length} but the index is {index}"
                    );
                    return Err(self.panic_with(message, span));
                };
                Ok(match slice {
                    Some((of, from)) => of.field(from + index),
                    None => target.field(index),
                })
            }
            Value::Range(range) => {
                let text = self.look(&target, span, |value| match value {
                    Value::String(text) => Some(part_of_text(text, &range)),
                    Value::Str(text) => Some(part_of_text(text, &range)),
                    _ => None,
                })?;
                let part = match text {
                    Some(Ok(text)) => Value::str(text),
                    Some(Err(message)) => return Err(self.panic_with(message, span)),
                    None => {
                        let (from, to) = self.bounds(&range, length, span)?;
                        let (of, offset) = slice.unwrap_or((target, 0));
                        let slice = Slice { of, from: offset + from, to: offset + to };
                        Value::Slice(Box::new(slice))
                    }
                };
                Ok(Target::shared(Shared::new(part)))
            }
            other => {
                let message =
                    format!("the type `[_]` cannot be indexed by `{}`", other.type_name());
                Err(self.stop(Diagnostic::wrong(span, message).code("E0277")))
            }
        }
    }

    /// The ends of a range over something of that length.
    pub(super) fn bounds(&self, range: &Range, length: usize, span: Span) -> Eval<(usize, usize)> {
        let end = |value: &Value, default: usize| match value {
            Value::Int(int) => int.as_usize().unwrap_or(usize::MAX),
            _ => default,
        };
        let from = end(&range.from, 0);
        let to = end(&range.to, length).saturating_add(usize::from(range.inclusive));
        let of = format!("out of range for slice of length {length}");
        let message = if from > length {
            format!("range start index {from} {of}")
        } else if to > length {
            format!("range end index {to} {of}")
        } else if from > to {
            format!("slice index starts at {from} but ends at {to}")
        } else {
            return Ok((from, to));
        };
        Err(self.panic_with(message, span))
    }
}

/// The part of a text, or the message of the panic that asking for it is.
fn part_of_text(text: &str, range: &Range) -> Result<String, String> {
    let end = |value: &Value, default: usize| match value {
        Value::Int(int) => int.as_usize().unwrap_or(usize::MAX),
        _ => default,
    };
    let from = end(&range.from, 0);
    let to = end(&range.to, text.len()).saturating_add(usize::from(range.inclusive));
    if let Some(part) = text.get(from..to) {
        return Ok(part.to_owned());
    }
    let of = format!("out of bounds for string of length {}", text.len());
    let inside = |which: &str, at: usize| {
        let start = (0..at).rev().find(|&start| text.is_char_boundary(start)).unwrap_or(0);
        let char = text[start..].chars().next().unwrap_or_default();
        let bytes = start..start + char.len_utf8();
        format!(
            "{which} byte index {at} is not a char boundary; it is inside {char:?} \
             (bytes {bytes:?} of string)"
        )
    };
    Err(if from > text.len() {
        format!("start byte index {from} is {of}")
    } else if to > text.len() {
        format!("end byte index {to} is {of}")
    } else if from > to {
        format!("byte range starts at {from} but ends at {to}")
    } else if !text.is_char_boundary(from) {
        inside("start", from)
    } else {
        inside("end", to)
    })
}

/// More references to references than any program has. A reference to a slot that was used again can
/// lead to itself; following it must end.
pub(super) const MAX_CHAIN_OF_REFERENCES: usize = 1_000;
