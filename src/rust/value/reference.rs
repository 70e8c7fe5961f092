//! Where references lead: the way to a value, and going there.

use std::rc::Rc;

use crate::rust::eval::machine::Machine;
use crate::rust::value::{Shared, Value};

/// A place that a reference leads to.
#[derive(Clone)]
pub(in crate::rust) enum Target {
    /// A slot of the stack, counted from its bottom.
    Slot(u32),
    /// One step into a slot: few places are further away, and this needs no memory of its own.
    Part(u32, Step),
    /// Anywhere else.
    Within(Rc<Within>),
}

/// A place within another.
pub(in crate::rust) struct Within {
    base: Base,
    steps: Box<[Step]>,
}

/// Where the way to a place begins.
#[derive(Clone)]
enum Base {
    Slot(u32),
    Shared(Rc<Shared>),
}

/// One step on the way to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Step {
    /// The n-th field, element or payload.
    Field(u32),
    /// Through a `Box`, `Rc`, or the borrow of a `RefCell`.
    Deref,
}

/// What became of a walk to a place.
enum Walk {
    Arrived,
    /// A reference leads elsewhere, with so many steps still to go.
    Elsewhere(Target, usize),
    /// There is no such place (any more).
    Nowhere,
}

/// More references to references than any program has. A reference to a slot that was used again can
/// lead to itself; following it must end.
pub(in crate::rust) const MAX_CHAIN_OF_REFERENCES: usize = 1_000;

impl Target {
    /// The content of a shared value.
    pub(in crate::rust) fn shared(shared: Rc<Shared>) -> Self {
        Self::Within(Rc::new(Within { base: Base::Shared(shared), steps: Box::new([]) }))
    }

    /// The place one step further.
    #[inline]
    pub(in crate::rust) fn step(&self, step: Step) -> Self {
        match self {
            Self::Slot(slot) => Self::Part(*slot, step),
            _ => self.followed_by(&[step]),
        }
    }

    /// The n-th part of what is there.
    #[inline]
    pub(in crate::rust) fn field(&self, index: usize) -> Self {
        self.step(Step::Field(index as u32))
    }

    /// The place some steps further.
    pub(in crate::rust) fn followed_by(&self, more: &[Step]) -> Self {
        match (self, more) {
            (_, []) => self.clone(),
            (Self::Slot(slot), [step]) => Self::Part(*slot, *step),
            _ => {
                let steps = self.steps().iter().chain(more).copied().collect();
                Self::Within(Rc::new(Within { base: self.base(), steps }))
            }
        }
    }

    /// Whether two references lead to the same place.
    pub(in crate::rust) fn is(&self, other: &Self) -> bool {
        let same = match (self.base(), other.base()) {
            (Base::Slot(a), Base::Slot(b)) => a == b,
            (Base::Shared(a), Base::Shared(b)) => Rc::ptr_eq(&a, &b),
            _ => false,
        };
        same && self.steps() == other.steps()
    }

    fn base(&self) -> Base {
        match self {
            Self::Slot(slot) | Self::Part(slot, _) => Base::Slot(*slot),
            Self::Within(within) => within.base.clone(),
        }
    }

    fn steps(&self) -> &[Step] {
        match self {
            Self::Slot(_) => &[],
            Self::Part(_, step) => std::slice::from_ref(step),
            Self::Within(within) => &within.steps,
        }
    }
}

impl Machine {
    /// Looks at or changes the value at a place; `None` if there is no such place. `look` must not
    /// run anything of the script, nor drop a value.
    pub(in crate::rust) fn at<T>(
        &self,
        target: &Target,
        look: impl FnOnce(&mut Value) -> T,
    ) -> Option<T> {
        if let Target::Slot(slot) = target {
            return self.stack.borrow_mut().get_mut(*slot as usize).map(look);
        }
        let mut look = Some(look);
        let mut found = None;
        self.go(target, &mut |value| found = look.take().map(|look| look(value)));
        found
    }

    /// Goes to a place, if it is there. What a program asks for most, a field or element in a slot and the
    /// content of a borrow, is reached at once, without a walk.
    pub(in crate::rust) fn go(&self, target: &Target, arrive: &mut dyn FnMut(&mut Value)) {
        if let Target::Part(slot, step) = target
            && let Some(value) = self.stack.borrow_mut().get_mut(*slot as usize)
        {
            match (value, step) {
                // A reference leads elsewhere.
                (Value::Ref(_), _) => {}
                (Value::Borrow(borrow), Step::Deref) if borrow.part.is_none() => {
                    if let Ok(mut value) = borrow.cell.value.try_borrow_mut() {
                        arrive(&mut value);
                    }
                    return;
                }
                (value, Step::Field(index)) => {
                    if let Some(value) = part(value, *index as usize) {
                        arrive(value);
                    }
                    return;
                }
                _ => {}
            }
        }
        let mut next = match self.go_straight(target, arrive) {
            Some(next) => next,
            None => return,
        };
        // A chain of references can be long, but not endless: each leads to an older place.
        for _ in 0..MAX_CHAIN_OF_REFERENCES {
            match self.go_straight(&next, arrive) {
                Some(further) => next = further,
                None => return,
            }
        }
    }

    /// Goes to a place, or as far as a reference that leads elsewhere: then gives the place to go to.
    fn go_straight(&self, target: &Target, arrive: &mut dyn FnMut(&mut Value)) -> Option<Target> {
        let steps = target.steps();
        let from_slot = |slot: u32, arrive: &mut dyn FnMut(&mut Value)| {
            let mut stack = self.stack.borrow_mut();
            stack.get_mut(slot as usize).map_or(Walk::Nowhere, |value| walk(value, steps, arrive))
        };
        let walked = match target {
            Target::Slot(slot) | Target::Part(slot, _) => from_slot(*slot, arrive),
            Target::Within(within) => match &within.base {
                Base::Slot(slot) => from_slot(*slot, arrive),
                Base::Shared(shared) => walk_into(shared, steps, arrive),
            },
        };
        match walked {
            Walk::Elsewhere(next, more) => Some(next.followed_by(&steps[steps.len() - more..])),
            Walk::Arrived | Walk::Nowhere => None,
        }
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
        (Step::Deref, Value::Poisoned(error)) => Some(&mut error.holds),
        (Step::Deref, Value::Rc(shared) | Value::Cell(shared)) => {
            return walk_into(shared, rest, arrive);
        }
        (Step::Deref, Value::Borrow(borrow)) => {
            return match &borrow.part {
                Some(part) => Walk::Elsewhere((**part).clone(), rest.len()),
                None => walk_into(&borrow.cell, rest, arrive),
            };
        }
        (Step::Field(index), value) => part(value, *index as usize),
        _ => None,
    };
    inner.map_or(Walk::Nowhere, |inner| walk(inner, rest, arrive))
}

fn walk_into(shared: &Shared, steps: &[Step], arrive: &mut dyn FnMut(&mut Value)) -> Walk {
    match shared.value.try_borrow_mut() {
        Ok(mut value) => walk(&mut value, steps, arrive),
        Err(_) => Walk::Nowhere,
    }
}

/// The n-th part of a value.
fn part(value: &mut Value, index: usize) -> Option<&mut Value> {
    match value {
        Value::Tuple(values) => values.get_mut(index),
        Value::Vec(values) | Value::Array(values) => values.get_mut(index),
        Value::Map(map) => map.parts.get_mut(index),
        Value::Entry(entry) => Some(&mut entry.key),
        // What `peek` leads to.
        Value::Iter(_) => crate::rust::eval::adaptors::peeked(value),
        Value::Object(object) => object.fields.get_mut(index),
        Value::Some(inner) | Value::Ok(inner) | Value::Err(inner) => Some(&mut **inner),
        _ => None,
    }
}
