//! Places: from the form that runs to a [`Target`], and what is done with the value there.

use smallvec::SmallVec;

use super::machine::{Eval, Flow, Frame, Machine};
use super::overloaded_places::Indexed;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{FieldName, Place, PlaceBase, PlaceStep};
use crate::rust::value::reference::{MAX_CHAIN_OF_REFERENCES, Step, Target};
use crate::rust::value::{Range, Shared, Slice, Value};

impl Machine {
    pub(in crate::rust) fn push(&self, value: Value) {
        self.stack.borrow_mut().push(value);
    }

    /// Takes what is in a slot, by its number from the bottom of the stack.
    #[inline]
    pub(in crate::rust) fn take_slot(&self, slot: u32) -> Value {
        match self.stack.borrow_mut().get_mut(slot as usize) {
            Some(value) => std::mem::replace(value, Value::Moved),
            None => Value::Moved,
        }
    }

    /// Puts a value into a slot; what was there is dropped.
    #[inline]
    pub(in crate::rust) fn put_slot(&self, slot: u32, value: Value) {
        let old = std::mem::replace(&mut self.stack.borrow_mut()[slot as usize], value);
        drop(old);
    }

    /// As [`Machine::at`], for a place that must be there.
    pub(in crate::rust) fn look<T>(
        &self,
        target: &Target,
        span: Span,
        look: impl FnOnce(&mut Value) -> T,
    ) -> Eval<T> {
        self.at(target, look).ok_or_else(|| self.dangling(span))
    }

    /// As [`Machine::look`], which becomes a part of each of its callers: this is a call, for the many
    /// callers of which none is called often.
    pub(in crate::rust) fn inspect<T>(
        &self,
        target: &Target,
        span: Span,
        look: impl FnOnce(&mut Value) -> T,
    ) -> Eval<T> {
        let mut look = Some(look);
        let mut found = None;
        self.go(target, &mut |value| found = look.take().map(|look| look(value)));
        found.ok_or_else(|| self.dangling(span))
    }

    #[cold]
    pub(in crate::rust) fn dangling(&self, span: Span) -> Flow {
        let diagnostic = Diagnostic::wrong(span, "this refers to a value that is gone");
        self.stop(
            diagnostic.hint("`rustc` would refuse it: a reference must not outlive its value"),
        )
    }

    /// Takes the value at a place, leaving a hole.
    pub(in crate::rust) fn take(&self, target: &Target, span: Span) -> Eval {
        let taken = self.look(target, span, |value| std::mem::replace(value, Value::Moved))?;
        if matches!(taken, Value::Moved) {
            return Err(self.moved(span));
        }
        Ok(taken)
    }

    /// Reads a place by value: a copy, or what is there itself.
    #[inline]
    pub(in crate::rust) fn read(&self, target: &Target, span: Span) -> Eval {
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
    pub(in crate::rust) fn moved(&self, span: Span) -> Flow {
        let diagnostic =
            Diagnostic::wrong(span, "use of a value that was moved, or never assigned");
        let hint =
            "its type is not known before the run, or the place would be shown where it went";
        self.stop(diagnostic.code("E0382").label("nothing is here any more").hint(hint))
    }

    /// Puts a value at a place; what was there is dropped afterwards, as an assignment does.
    pub(in crate::rust) fn assign(&self, target: &Target, value: Value, span: Span) -> Eval<()> {
        let mut value = Some(value);
        let old = self.look(target, span, |place| {
            std::mem::replace(place, value.take().unwrap_or(Value::Moved))
        })?;
        drop(old);
        Ok(())
    }

    /// The place behind a reference, box, counted pointer or borrow; `None` for all else.
    pub(in crate::rust) fn deref(&self, target: &Target) -> Option<Target> {
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
    pub(in crate::rust) fn behind_references(&self, target: &Target) -> Target {
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

    /// A value that arrives where a `&str` is declared: one that is referred to is copied.
    pub(in crate::rust) fn text_behind(&self, value: Value) -> Value {
        let Value::Ref(target) = &value else { return value };
        let text = self.at(&self.behind_references(target), |value| match value {
            Value::Str(_) => value.copy(),
            _ => None,
        });
        text.flatten().unwrap_or(value)
    }

    /// The place behind references and pointers of all kinds.
    pub(in crate::rust) fn behind(&self, target: &Target) -> Target {
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
    pub(in crate::rust) fn locate(&self, place: &Place, frame: Frame) -> Eval<Target> {
        if place.steps.is_empty() {
            return self.base(place, frame);
        }
        let (from, way) = self.reach(place, frame, &mut |_| {})?;
        Ok(from.followed_by(&way))
    }

    fn base(&self, place: &Place, frame: Frame) -> Eval<Target> {
        Ok(match &place.base {
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
        })
    }

    /// Goes to a place and looks at or changes the value there, as [`Machine::at`] does; gives where
    /// the last part of the way to it begins, and that part.
    pub(in crate::rust) fn reach(
        &self,
        place: &Place,
        frame: Frame,
        arrive: &mut dyn FnMut(&mut Value),
    ) -> Eval<(Target, Way)> {
        let mut from = self.base(place, frame)?;
        let mut steps = &place.steps[..];
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            let mut way = Way::new();
            let stage = self.at(&from, |value| along(value, steps, &mut way, arrive));
            match stage.unwrap_or(Stage::Nowhere) {
                Stage::Arrived => return Ok((from, way)),
                Stage::Elsewhere(next, left) => {
                    from = next;
                    steps = &steps[steps.len() - left..];
                }
                Stage::ByCode(left) => {
                    let (step, rest) = steps[steps.len() - left..].split_at(1);
                    from = self.step_by_code(&from.followed_by(&way), &step[0], place, frame)?;
                    steps = rest;
                }
                Stage::Nowhere => break,
            }
        }
        Err(self.dangling(place.span))
    }

    /// A step that does not just lead into what a value holds.
    fn step_by_code(
        &self,
        from: &Target,
        step: &PlaceStep,
        place: &Place,
        frame: Frame,
    ) -> Eval<Target> {
        match step {
            // A `&str` is its own content.
            PlaceStep::Deref => {
                let own = self.own_deref(from, place.mutable, place.span)?;
                Ok(own.unwrap_or_else(|| from.clone()))
            }
            PlaceStep::Field(field) => self.field(from, field, place.mutable, place.span),
            PlaceStep::Index(index) => {
                let at = self.eval(index, frame)?;
                self.index(from, at, place.mutable, place.span)
            }
        }
    }

    pub(in crate::rust) fn field(
        &self,
        target: &Target,
        field: &FieldName,
        mutable: bool,
        span: Span,
    ) -> Eval<Target> {
        let mut target = target.clone();
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            let index = self.look(&target, span, |value| field_of(value, field))?;
            if let Some(index) = index {
                return Ok(target.step(Step::Field(index)));
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
                    let name = &*field.name;
                    // What a `Metadata` has are plain numbers, and so are most ends of ranges: they are copied out.
                    let copied = self.metadata_field(&target, name);
                    let copied = copied.or_else(|| self.range_field(&target, name, mutable));
                    if let Some(value) = copied {
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
                Some(Value::Int(crate::rust::value::number::Int::u64(metadata.len)))
            }
            (Value::Metadata(metadata), "is_dir") => Some(Value::Bool(metadata.is_dir)),
            _ => None,
        })?
    }

    /// An end of a range, as long as it is only read.
    fn range_field(&self, target: &Target, name: &str, mutable: bool) -> Option<Value> {
        self.at(target, |value| match (value, name) {
            (Value::Range(range), "start") if !mutable => range.from.copy(),
            (Value::Range(range), "end") if !mutable => range.to.copy(),
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
    pub(in crate::rust) fn bounds(
        &self,
        range: &Range,
        length: usize,
        span: Span,
    ) -> Eval<(usize, usize)> {
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

/// The steps from one place to another.
pub(in crate::rust) type Way = SmallVec<[Step; 4]>;

/// How far the steps of a place lead.
enum Stage {
    Arrived,
    /// A reference leads elsewhere, with so many steps still to go.
    Elsewhere(Target, usize),
    /// The first of so many steps is not one into what the value holds.
    ByCode(usize),
    /// There is no such place (any more).
    Nowhere,
}

/// Goes along the steps of a place from a value, and notes which way that was.
fn along(
    value: &mut Value,
    steps: &[PlaceStep],
    way: &mut Way,
    arrive: &mut dyn FnMut(&mut Value),
) -> Stage {
    let Some((step, rest)) = steps.split_first() else {
        arrive(value);
        return Stage::Arrived;
    };
    let index = match step {
        PlaceStep::Index(_) => return Stage::ByCode(steps.len()),
        PlaceStep::Deref => None,
        PlaceStep::Field(field) => field_of(value, field),
    };
    if let Some(index) = index {
        way.push(Step::Field(index));
        return match value {
            Value::Object(object) => along(&mut object.fields[index as usize], rest, way, arrive),
            Value::Tuple(values) => along(&mut values[index as usize], rest, way, arrive),
            _ => Stage::Nowhere,
        };
    }
    // A field is looked for behind pointers as well.
    let rest = if matches!(step, PlaceStep::Deref) { rest } else { steps };
    match value {
        Value::Ref(target) => Stage::Elsewhere(target.clone(), rest.len()),
        Value::Box(inner) => {
            way.push(Step::Deref);
            along(inner, rest, way, arrive)
        }
        Value::ManuallyDrop(manual) => {
            way.push(Step::Deref);
            along(manual.inner(), rest, way, arrive)
        }
        Value::Rc(shared) => along_within(shared, rest, way, arrive),
        Value::Borrow(borrow) => match &borrow.part {
            Some(part) => Stage::Elsewhere((**part).clone(), rest.len()),
            None => along_within(&borrow.cell, rest, way, arrive),
        },
        _ => Stage::ByCode(steps.len()),
    }
}

fn along_within(
    shared: &Shared,
    steps: &[PlaceStep],
    way: &mut Way,
    arrive: &mut dyn FnMut(&mut Value),
) -> Stage {
    way.push(Step::Deref);
    match shared.value.try_borrow_mut() {
        Ok(mut value) => along(&mut value, steps, way, arrive),
        Err(_) => Stage::Nowhere,
    }
}

/// The index of a field in the value itself.
fn field_of(value: &Value, field: &FieldName) -> Option<u32> {
    match value {
        Value::Object(object) => {
            field.among(&object.class.variants[object.variant as usize].fields)
        }
        Value::Tuple(values) => field.number.filter(|&index| (index as usize) < values.len()),
        _ => None,
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
