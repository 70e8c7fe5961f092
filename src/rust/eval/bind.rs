//! Patterns against places: first whether one fits, then what its variables get.

use std::rc::Rc;

use super::machine::{Eval, Frame, Machine};
use crate::run::diagnostic::Span;
use crate::rust::ir::{Comparison, Pattern, Rest};
use crate::rust::value::{EndingValue, Slice, Target, Value};

/// What the variables of a pattern get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Mode {
    /// The value: a copy, or what is there itself.
    Take,
    /// A reference, since the pattern went through one.
    Refer,
    /// A copy or a reference, for a guard: it must not move anything.
    Look,
}

impl Machine {
    /// Whether the value at a place fits a pattern.
    pub(in crate::rust) fn matches(
        &self,
        pattern: &Pattern,
        at: &Target,
        frame: Frame,
    ) -> Eval<bool> {
        Ok(match pattern {
            Pattern::Wild => true,
            Pattern::Bind { within, .. } => match within {
                Some(within) => self.matches(within, at, frame)?,
                None => true,
            },
            Pattern::Is(value) => {
                let span = value.span;
                let value = self.eval(value, frame)?;
                self.compare_values(Comparison::Equal, &Value::Ref(at.clone()), &value, span)?
            }
            Pattern::Between(from, to, inclusive) => {
                let value = Value::Ref(at.clone());
                let above = match from {
                    Some(from) => {
                        let span = from.span;
                        let from = self.eval(from, frame)?;
                        self.compare_values(Comparison::GreaterOrEqual, &value, &from, span)?
                    }
                    None => true,
                };
                let op = if *inclusive { Comparison::LessOrEqual } else { Comparison::Less };
                let below = match to {
                    Some(to) => {
                        let span = to.span;
                        let to = self.eval(to, frame)?;
                        self.compare_values(op, &value, &to, span)?
                    }
                    None => true,
                };
                above && below
            }
            Pattern::Reference(inner) => self.matches(inner, &self.behind_one(at), frame)?,
            Pattern::Or(cases) => {
                for case in cases {
                    if self.matches(case, at, frame)? {
                        return Ok(true);
                    }
                }
                false
            }
            Pattern::Tuple(..) | Pattern::Slice(..) => {
                let at = self.behind_references(at);
                let Some(parts) = self.sequence(pattern, &at) else { return Ok(false) };
                for (pattern, place) in parts {
                    if !self.matches(pattern, &place, frame)? {
                        return Ok(false);
                    }
                }
                true
            }
            Pattern::Object(class, variant, fields) => {
                let at = self.behind_boxes(at);
                let fits = self.at(&at, |value| match value {
                    Value::Object(object) => {
                        Rc::ptr_eq(&object.class, class) && object.variant == *variant
                    }
                    _ => false,
                });
                if fits != Some(true) {
                    return Ok(false);
                }
                for (index, pattern) in fields {
                    if !self.matches(pattern, &at.field(*index as usize), frame)? {
                        return Ok(false);
                    }
                }
                true
            }
            Pattern::Some(inner) | Pattern::Ok(inner) | Pattern::Err(inner) => {
                let at = self.behind_references(at);
                let fits = self.at(&at, |value| {
                    matches!(
                        (pattern, value),
                        (Pattern::Some(_), Value::Some(_))
                            | (Pattern::Ok(_), Value::Ok(_))
                            | (Pattern::Err(_), Value::Err(_))
                    )
                });
                fits == Some(true) && self.matches(inner, &at.field(0), frame)?
            }
            Pattern::None => {
                let at = self.behind_references(at);
                self.at(&at, |value| matches!(value, Value::None)) == Some(true)
            }
            Pattern::Entry(occupied, inner) => {
                let fits = self.at(at, |value| match value {
                    Value::Entry(entry) => entry.at.is_ok() == *occupied,
                    _ => false,
                });
                fits == Some(true) && self.matches(inner, at, frame)?
            }
            Pattern::Ending(name, _) => {
                let at = self.behind_references(at);
                self.at(&at, |value| match value {
                    Value::Ending(ending) => match **ending {
                        EndingValue::Returned => *name == "Returned",
                        EndingValue::Failed(_) => *name == "Failed",
                        EndingValue::Panicked => *name == "Panicked",
                    },
                    _ => false,
                }) == Some(true)
            }
        })
    }

    /// Gives the variables of a pattern that fits their values.
    pub(in crate::rust) fn bind(
        &self,
        pattern: &Pattern,
        at: &Target,
        mode: Mode,
        frame: Frame,
        span: Span,
    ) -> Eval<()> {
        match pattern {
            Pattern::Bind { slot, name, by_reference, within, .. } => {
                let value = match mode {
                    _ if *by_reference => Value::Ref(at.clone()),
                    Mode::Take => self.read(at, span)?,
                    Mode::Refer => Value::Ref(at.clone()),
                    Mode::Look => match self.look(at, span, |value| value.copy())? {
                        Some(copy) => copy,
                        None => Value::Ref(at.clone()),
                    },
                };
                if mode == Mode::Take {
                    self.record_bound_to(&value, name, span)?;
                }
                self.put_slot(frame.base + slot, value);
                match within {
                    Some(within) => self.bind(within, at, mode, frame, span),
                    None => Ok(()),
                }
            }
            Pattern::Reference(inner) => {
                let mode = if mode == Mode::Refer { Mode::Take } else { mode };
                let at = self.behind_one(at);
                match &**inner {
                    // A slice is a reference by itself: `&[a, b]` has gone through it.
                    Pattern::Slice(..) => self.bind_parts(inner, &at, mode, frame, span),
                    inner => self.bind(inner, &at, mode, frame, span),
                }
            }
            Pattern::Or(cases) => {
                for case in cases {
                    if self.matches(case, at, frame)? {
                        return self.bind(case, at, mode, frame, span);
                    }
                }
                Ok(())
            }
            Pattern::Tuple(..) | Pattern::Slice(..) => {
                let (at, mode) = self.through(at, mode);
                self.bind_parts(pattern, &at, mode, frame, span)
            }
            Pattern::Object(_, _, fields) => {
                let (at, mode) = self.through(at, mode);
                let at = self.behind_boxes(&at);
                for (index, pattern) in fields {
                    self.bind(pattern, &at.field(*index as usize), mode, frame, span)?;
                }
                Ok(())
            }
            Pattern::Some(inner) | Pattern::Ok(inner) | Pattern::Err(inner) => {
                let (at, mode) = self.through(at, mode);
                self.bind(inner, &at.field(0), mode, frame, span)
            }
            // What it holds is the entry itself.
            Pattern::Entry(_, inner) => self.bind(inner, at, mode, frame, span),
            Pattern::Ending(_, Some(inner)) => {
                let at = self.behind_references(at);
                let error = self.at(&at, |value| match value {
                    Value::Ending(ending) => match &**ending {
                        EndingValue::Failed(error) => Some(Value::Error(error.clone())),
                        _ => None,
                    },
                    _ => None,
                });
                let error = crate::rust::value::Shared::new(error.flatten().unwrap_or(Value::Unit));
                self.bind(inner, &Target::shared(error), Mode::Refer, frame, span)
            }
            Pattern::Wild
            | Pattern::Is(_)
            | Pattern::Between(..)
            | Pattern::None
            | Pattern::Ending(_, None) => Ok(()),
        }
    }

    /// Gives the variables of a tuple or slice pattern theirs.
    fn bind_parts(
        &self,
        pattern: &Pattern,
        at: &Target,
        mode: Mode,
        frame: Frame,
        span: Span,
    ) -> Eval<()> {
        for (pattern, place) in self.sequence(pattern, at).unwrap_or_default() {
            self.bind(pattern, &place, mode, frame, span)?;
        }
        match pattern {
            Pattern::Slice(patterns, Some(Rest { at: before, bound: Some(bound) })) => {
                let after = patterns.len() - before;
                let rest = self.rest_of(at, *before, after, mode, span)?;
                let rest = Target::shared(crate::rust::value::Shared::new(rest));
                self.bind(bound, &rest, Mode::Take, frame, span)
            }
            _ => Ok(()),
        }
    }

    /// The place that a pattern which is no reference looks at, and the binding mode from there on:
    /// through a reference, variables get references.
    fn through(&self, at: &Target, mode: Mode) -> (Target, Mode) {
        let refers = |value: &mut Value| matches!(value, Value::Ref(_) | Value::Slice(_));
        let is_reference = self.at(at, refers) == Some(true);
        match (is_reference, mode) {
            (false, mode) => (at.clone(), mode),
            (true, Mode::Take) => (self.behind_references(at), Mode::Refer),
            (true, mode) => (self.behind_references(at), mode),
        }
    }

    /// Behind references, and behind a box that a call would have passed through by itself.
    fn behind_boxes(&self, at: &Target) -> Target {
        let at = self.behind_references(at);
        match self.at(&at, |value| matches!(value, Value::Box(_))) {
            Some(true) => self.behind_boxes(&at.step(crate::rust::value::Step::Deref)),
            _ => at,
        }
    }

    /// Behind one reference; a place that was reached through one is behind it already.
    fn behind_one(&self, at: &Target) -> Target {
        let next = self.at(at, |value| match value {
            Value::Ref(next) => Some(next.clone()),
            _ => None,
        });
        next.flatten().unwrap_or_else(|| at.clone())
    }

    /// What is between the first and the last elements: of an array that is taken apart an array, and
    /// otherwise a reference to that part.
    fn rest_of(&self, at: &Target, before: usize, after: usize, mode: Mode, span: Span) -> Eval {
        let (length, slice, is_array) = self.look(at, span, |value| match value {
            Value::Slice(slice) => {
                let Slice { of, from, to } = &**slice;
                (to - from, Some((of.clone(), *from)), false)
            }
            Value::Array(values) => (values.len(), None, true),
            Value::Vec(values) => (values.len(), None, false),
            _ => (0, None, false),
        })?;
        let to = length.saturating_sub(after).max(before);
        if is_array && mode == Mode::Take {
            let parts = (before..to).map(|index| self.read(&at.field(index), span));
            return Ok(Value::Array(Box::new(parts.collect::<Eval<Vec<_>>>()?)));
        }
        let (of, offset) = slice.unwrap_or((at.clone(), 0));
        Ok(Value::Slice(Box::new(Slice { of, from: offset + before, to: offset + to })))
    }

    /// The patterns of a tuple or slice, each with the place it stands for; `None` if their number does
    /// not fit.
    fn sequence<'p>(
        &self,
        pattern: &'p Pattern,
        at: &Target,
    ) -> Option<Vec<(&'p Pattern, Target)>> {
        let (patterns, rest) = match pattern {
            Pattern::Tuple(patterns, rest) => (patterns, *rest),
            Pattern::Slice(patterns, rest) => (patterns, rest.as_ref().map(|rest| rest.at)),
            _ => return None,
        };
        let (length, slice) = self.at(at, |value| match value {
            Value::Tuple(values) => Some((values.len(), None)),
            Value::Vec(values) | Value::Array(values) => Some((values.len(), None)),
            Value::Slice(slice) => {
                let Slice { of, from, to } = &**slice;
                Some((to - from, Some((of.clone(), *from))))
            }
            Value::Unit => Some((0, None)),
            _ => None,
        })??;
        let count = patterns.len();
        let fits = if rest.is_some() { count <= length } else { count == length };
        let place = |index: usize| match &slice {
            Some((of, from)) => of.field(from + index),
            None => at.field(index),
        };
        let before = rest.unwrap_or(count);
        let index = |n: usize| if n < before { n } else { length - (count - n) };
        fits.then(|| patterns.iter().enumerate().map(|(n, part)| (part, place(index(n)))).collect())
    }
}
