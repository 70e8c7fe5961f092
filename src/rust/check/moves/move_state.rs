//! What is known at one point of the flow: which variables, and which of their parts, have no value.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::run::diagnostic::Span;
use crate::rust::ir::{Place, PlaceBase, PlaceStep};

/// The way from a variable to a part of it, field by field.
pub(super) type Path = Vec<Rc<str>>;

/// What is gone, by the slot of its variable; `None` where control cannot be.
pub(super) type State = Option<FxHashMap<u32, Vec<Gone>>>;

/// A variable, or a part of one, that has no value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gone {
    pub(super) path: Path,
    /// Where it was moved, or where it was declared without a value.
    pub(super) at: Span,
    pub(super) why: Why,
    /// The head of the loop of which a turn before this one moved it.
    pub(super) turn_before: Option<Span>,
}

/// Why something has no value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Why {
    /// It never had one; or only on some of the ways that lead here.
    Unset { on_some_ways: bool },
    /// It was read by value.
    Moved,
    /// It was given to `drop`.
    Dropped,
    /// It was given to a function that says here that it takes it.
    Given(Span),
    /// A method was called here that takes its receiver, which it may say at the other place.
    Method(Span, Option<Span>),
    /// A `for` goes over it.
    Iterated,
    /// A pattern took it.
    Matched,
    /// `?` took it apart.
    Asked,
    /// A closure took it along, which names it at that place.
    Captured(Span),
    /// It is a closure that gives away what is named at that place, and it was called.
    Called(Span),
}

/// What may be gone after one of two ways.
pub(super) fn join(a: State, b: State) -> State {
    let (mut a, mut b) = match (a, b) {
        (Some(a), Some(b)) => (a, b),
        (a, b) => return a.or(b),
    };
    let set_on_the_other = |one: &mut FxHashMap<u32, Vec<Gone>>,
                            other: &FxHashMap<_, Vec<Gone>>| {
        for (slot, gone) in one {
            let also = other.get(slot).map_or(&[][..], Vec::as_slice);
            for one in gone.iter_mut() {
                if let Why::Unset { on_some_ways } = &mut one.why {
                    *on_some_ways |= !also.iter().any(|other| other.at == one.at);
                }
            }
        }
    };
    set_on_the_other(&mut a, &b);
    set_on_the_other(&mut b, &a);
    for (slot, gone) in b {
        let all = a.entry(slot).or_default();
        for one in gone {
            match all.iter_mut().find(|known| known.path == one.path && known.at == one.at) {
                Some(known) => known.turn_before = known.turn_before.or(one.turn_before),
                None => all.push(one),
            }
        }
    }
    Some(a)
}

/// The variable that a place begins with, and the way from there as far as fields lead.
pub(super) fn path_of(place: &Place) -> Option<(u32, Path)> {
    let (PlaceBase::Local(slot) | PlaceBase::Captured(slot, _)) = place.base else { return None };
    let fields = place.steps.iter().map_while(|step| match step {
        PlaceStep::Field(field) => Some(Rc::clone(&field.name)),
        PlaceStep::Deref | PlaceStep::Index(_) => None,
    });
    Some((slot, fields.collect()))
}

/// Whether a place is reached by fields only, and so can be moved out of.
pub(super) fn is_plain(place: &Place) -> bool {
    place.steps.iter().all(|step| matches!(step, PlaceStep::Field(_)))
}
