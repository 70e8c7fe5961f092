//! Why a resource was released, and released in this order; why it was not.

use crate::journal::{Ending, Event, Exit};
use crate::replay::why::{Role, Why};
use crate::replay::words::error;
use crate::replay::words::facts::Facts;
use crate::replay::words::numbers::{buffered, bytes};
use crate::replay::words::text::{capitalised, name, sentences};

/// Why a clean-up began.
pub(super) fn started(facts: &Facts<'_>, why: &Why, index: usize) -> String {
    let guard = facts.variable(index).unwrap_or_else(|| facts.guard(index));
    match Ending::from_code(facts.event().detail) {
        Some(Ending::Dropped | Ending::Unwound) | None => match facts.leaving() {
            Some(leaving) => {
                let left = facts.left(leaving);
                match order(facts, why, &guard) {
                    Some(order) => format!("{left}. {}.", capitalised(&order)),
                    None => format!("{left}, so {guard} is dropped."),
                }
            }
            None => dropped_by_itself(facts, why, index),
        },
        Some(Ending::Closed) => called(facts),
        Some(Ending::Returned) => "The body of `with` returned.".to_owned(),
        Some(Ending::Failed) => "The body of `with` ended with an error.".to_owned(),
        Some(Ending::Panicked) => "The panic left the body of `with`.".to_owned(),
        Some(Ending::StackEnded) => {
            "The exit stack ended. It closes first what was put on it last.".to_owned()
        }
        Some(Ending::StackFailed) => {
            "An error ended the exit stack. It closes first what was put on it last.".to_owned()
        }
        Some(Ending::StackPanicked) => {
            "The panic ended the exit stack. It closes first what was put on it last.".to_owned()
        }
    }
}

/// Where `close()` was called.
fn called(facts: &Facts<'_>) -> String {
    match facts.event().line {
        0 => "`close()` was called.".to_owned(),
        line => format!("It was called on line {line}."),
    }
}

/// Why it goes before or after another one.
fn order(facts: &Facts<'_>, why: &Why, guard: &str) -> Option<String> {
    let owner_of = |step: u32| {
        let index = facts.index_of(facts.event_of(step).resource)?;
        facts.at_step(step.max(facts.resource(index).clean_up.min(facts.step))).variable(index)
    };
    if let Some(before) = why.first(Role::WentFirst).and_then(owner_of) {
        return Some(format!("{guard} was declared before {before}, so it goes after it"));
    }
    let index = why.first(Role::Waits).map(|step| facts.event_of(step).resource);
    let waits = index.and_then(|id| facts.variable(facts.index_of(id)?))?;
    Some(format!("{guard} was declared after {waits}, so it goes first"))
}

/// Why a guard was dropped though no scope ends.
fn dropped_by_itself(facts: &Facts<'_>, why: &Why, index: usize) -> String {
    let event = facts.event();
    let resource = facts.resource(index);
    let line = facts.on_line(facts.step);
    if Ending::from_code(event.detail) == Some(Ending::Unwound) {
        return "The panic is unwinding, and drops the guard on its way.".to_owned();
    }
    match (facts.variable(index), why.first(Role::Replacement)) {
        (Some(variable), Some(_)) => {
            format!("{variable} got another value, so its old one is dropped.")
        }
        (Some(variable), None) => {
            format!("{variable} was dropped{line}, before the end of its scope.")
        }
        (None, _)
            if resource.line == event.line && event.line != 0 && facts.change(index).bound == 0 =>
        {
            "No variable owns the guard, so it is dropped at the end of its statement.".to_owned()
        }
        (None, _) => format!("The guard was dropped{line}."),
    }
}

/// Why it is closed now, and what that gives.
pub(super) fn released(facts: &Facts<'_>, why: &Why, index: usize) -> String {
    let event = facts.event();
    let reason = match Ending::from_code(event.detail) {
        Some(Ending::Unwound) => "It was dropped during unwinding.".to_owned(),
        Some(Ending::Dropped) | None => match facts.leaving() {
            Some(leaving) => format!("{}.", facts.left(leaving)),
            None => dropped_by_itself(facts, why, index),
        },
        Some(Ending::Closed) => called(facts),
        Some(Ending::Returned) => "The body of `with` returned.".to_owned(),
        Some(Ending::Failed) => {
            "`with` closes after an error too: the error goes on to the caller.".to_owned()
        }
        Some(Ending::Panicked) => {
            "`with` closes during unwinding too: the panic goes on.".to_owned()
        }
        Some(Ending::StackEnded) => "The exit stack ended.".to_owned(),
        Some(Ending::StackFailed) => "An error ended the exit stack.".to_owned(),
        Some(Ending::StackPanicked) => "The panic ended the exit stack.".to_owned(),
    };
    let handle = facts.resource(index).handle;
    let change = facts.change(index);
    let gives = if facts.is_lock(index) {
        "Others can take the lock now.".to_owned()
    } else if change.written > 0 && change.flushed >= change.written {
        format!("The file's bytes are on the disk, and handle {handle} is free again.")
    } else {
        format!("Handle {handle} is free again.")
    };
    sentences(&[&reason, &gives])
}

/// Why closing failed, and who hears of it.
pub(super) fn failed(facts: &Facts<'_>, why: &Why, event: &Event, index: usize) -> String {
    let text = facts.raw(event.text);
    let failure = why.first(Role::Failure);
    let reason = if error::is(text, "no space") && event.amount > 0 {
        super::no_space(&facts.at_step(failure.unwrap_or(facts.step)), event.amount)
    } else {
        error::meaning(text).to_owned()
    };
    let told = match Ending::from_code(event.detail) {
        Some(Ending::Dropped | Ending::Unwound) | None => {
            "`drop` cannot return an error, so the program does not hear of it; `close()` and `with` \
             return it."
        }
        Some(Ending::Closed) => "`close()` returns the error to the program.",
        Some(Ending::Returned) => "`with` returns the error to the program.",
        Some(Ending::Failed) => "The error of the body goes on, with this one attached to it.",
        Some(Ending::StackEnded) => {
            "The exit stack returns the error, if it was closed or run by `with`."
        }
        Some(Ending::StackFailed) => "The first error goes on, with this one attached to it.",
        Some(Ending::Panicked | Ending::StackPanicked) => {
            "A panic is on its way, so nobody is there to take the error."
        }
    };
    let handle = format!("Handle {} is free all the same.", facts.resource(index).handle);
    let handle = if reason.is_empty() { handle } else { String::new() };
    sentences(&[&reason, told, &handle])
}

/// What it means that a guard was forgotten.
pub(super) fn forgotten(facts: &Facts<'_>, event: &Event, index: usize) -> String {
    let variable = facts.at_step(facts.step - 1).guard(index);
    let handle = match facts.resource(index).handle {
        0 => "Its handle".to_owned(),
        handle => format!("Handle {handle}"),
    };
    let buffered = buffered(facts.buffered(index));
    let lost = match (facts.buffered(index), facts.raw(event.text)) {
        (0, _) => String::new(),
        // The program keeps a reference to what it has leaked.
        (_, "Box::leak") => format!(", and the {buffered} will only be written by a `flush()`"),
        _ => format!(", and the {buffered} will never be written"),
    };
    format!(
        "{} will never be dropped. {handle} stays taken until the program ends{lost}.",
        capitalised(&variable)
    )
}

/// Why nobody closed it.
pub(super) fn leaked(facts: &Facts<'_>, why: &Why, index: usize) -> String {
    let buffered = match facts.event().amount {
        0 => String::new(),
        1 => "1 byte is still in its buffer.".to_owned(),
        amount => format!("{} are still in its buffer.", bytes(amount.into())),
    };
    let reason = match (why.first(Role::Forgetting), why.first(Role::End)) {
        (Some(forgotten), _) => {
            let means = facts.raw(facts.event_of(forgotten).text);
            let verb = if means == "ManuallyDrop" { "did not drop" } else { "took" };
            format!("{} {verb} its guard{}.", name(means), facts.on_line(forgotten))
        }
        (None, Some(end)) => match Exit::from_code(facts.event_of(end).detail) {
            Some(Exit::Returned | Exit::Failed | Exit::Panicked) | None => never_dropped(facts),
            Some(_) => {
                format!("The program ended{}, before the guard was dropped.", facts.on_line(end))
            }
        },
        (None, None) => match facts.variable(index) {
            Some(variable) => format!("{variable} was never dropped."),
            None => never_dropped(facts),
        },
    };
    sentences(&[&reason, &buffered])
}

fn never_dropped(facts: &Facts<'_>) -> String {
    let ways = match facts.is_interpreted() {
        true => "Values in a cycle of `Rc`s, for example, are never dropped.",
        // A compiled program does not see more of it.
        false => "After `mem::forget` or `exit`, or in a cycle of `Rc`s, nothing is dropped.",
    };
    format!("Nothing dropped its guard before the program ended. {ways}")
}

/// Why the system closed it.
pub(super) fn reaped(facts: &Facts<'_>, event: &Event, index: usize) -> String {
    if event.amount > 0 {
        return "The program is gone, and what it had buffered went with it.".to_owned();
    }
    match facts.is_lock(index) {
        true => "The program is gone, so the lock is free for others.".to_owned(),
        false => {
            "The program is gone. The system takes back every handle that it left open.".to_owned()
        }
    }
}
