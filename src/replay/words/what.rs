//! What happened: one sentence for each event.

use crate::journal::{
    Ending, Event, Exit, Kind, OpenMode, PathChange, ResourceKind, ScopeId, TextId, Way,
};

use super::error;
use super::facts::Facts;
use super::numbers::{buffered, bytes, duration};
use super::text::{capitalised, content, listed, message, name, remark};

/// The event of a step in one sentence, which is always one line.
pub(super) fn what(facts: &Facts<'_>) -> String {
    let event = facts.event();
    let sentence = match (facts.resource_index(), event.kind) {
        (Some(index), kind) if concerns_resource(kind) => of_resource(facts, event, index),
        (_, Kind::ScopeEntered | Kind::ScopeLeaving | Kind::Unwinding | Kind::ScopeLeft) => {
            of_scope(facts, event)
        }
        _ => of_program(facts, event),
    };
    format!("{}.", capitalised(&sentence))
}

fn concerns_resource(kind: Kind) -> bool {
    use crate::replay::Group;
    let failed = [Kind::AcquisitionFailed, Kind::OperationFailed, Kind::ReleaseFailed];
    failed.contains(&kind) || (Group::of(kind) == Group::Resources && kind != Kind::PathChanged)
}

fn of_resource(facts: &Facts<'_>, event: &Event, index: usize) -> String {
    let file = facts.file(index);
    let noun = facts.resource_noun(index);
    let guard = facts.guard(index);
    let variable = facts.variable(index);
    let user = variable.as_deref().unwrap_or("the program");
    let lock = facts.is_lock(index);
    let amount = bytes(event.amount.into());
    match event.kind {
        Kind::Acquiring if lock => format!("the program tries to take {noun}"),
        Kind::Acquiring => format!("the program tries to open {file}"),
        Kind::Acquired => acquired(facts, event, index),
        Kind::AcquisitionFailed => {
            let verb = if lock { "taking" } else { "opening" };
            format!("{verb} {noun} failed: {}", facts.error_of(index, facts.step))
        }
        Kind::Read => format!("{user} read {amount} from {file}"),
        Kind::Written => {
            let text = String::from_utf8_lossy(facts.replay.journal.bytes(event));
            match event.amount {
                0 => format!("{user} wrote 0 bytes to {file}"),
                _ if variable.is_none() => {
                    format!("{user} buffered {amount} for {file}: {}", content(&text))
                }
                _ => format!("{user} buffered {amount}: {}", content(&text)),
            }
        }
        Kind::Flushed => {
            let all = facts.at_step(facts.step - 1).buffered(index) == event.amount;
            let writer = writer(facts, index);
            match all {
                true => format!("{writer} wrote its {} to {file}", buffered(event.amount)),
                false => format!("{writer} wrote {amount} of its buffer to {file}"),
            }
        }
        Kind::OperationFailed => {
            let error = facts.error_of(index, facts.step);
            match event.amount {
                0 => format!("an operation on {noun} failed: {error}"),
                amount => {
                    let (writer, number) = (writer(facts, index), buffered(amount));
                    format!("{writer} could not write its {number} to {file}: {error}")
                }
            }
        }
        Kind::CleanUpStarted => match Ending::from_code(event.detail) {
            Some(Ending::Dropped | Ending::Unwound) | None => {
                format!("{guard} starts its clean-up")
            }
            Some(ending) => {
                let cleaned = variable.unwrap_or(noun);
                format!("{} starts the clean-up of {cleaned}", caller(ending))
            }
        },
        Kind::Released => {
            let closer = match Ending::from_code(event.detail) {
                Some(Ending::Dropped | Ending::Unwound) | None => {
                    variable.unwrap_or_else(|| "the guard".to_owned())
                }
                Some(ending) => caller(ending).to_owned(),
            };
            let closed = if lock { "freed" } else { "closed" };
            format!("{closer} {closed} {noun}{}", open_for(facts, index))
        }
        Kind::ReleaseFailed => {
            let closing = if lock { "freeing" } else { "closing" };
            let lost = if event.amount > 0 { format!(" and lost {amount}") } else { String::new() };
            format!("{closing} {noun} failed{lost}: {}", facts.error_of(index, facts.step))
        }
        Kind::Leaked => {
            let closed = if lock { "freed" } else { "closed" };
            format!("{noun}{} was never {closed}", told_apart(facts, index))
        }
        Kind::Reaped => {
            let closed = if lock { "freed" } else { "closed" };
            let verb = if event.amount == 1 { "was" } else { "were" };
            let lost = match event.amount {
                0 => String::new(),
                _ => format!("; {amount} {verb} lost"),
            };
            format!("the system {closed} {noun}{}{lost}", told_apart(facts, index))
        }
        Kind::Bound => {
            let owner = name(facts.raw(event.text));
            format!("{owner} owns {noun} from here on")
        }
        Kind::Forgotten => {
            let means = name(facts.raw(event.text));
            let guard = facts.at_step(facts.step - 1).guard(index);
            match facts.raw(event.text) {
                "ManuallyDrop" => format!("{means} ended and did not drop {guard}"),
                _ => format!("{means} took {guard}"),
            }
        }
        _ => String::new(),
    }
}

/// Who writes what is buffered.
fn writer(facts: &Facts<'_>, index: usize) -> String {
    let other = if facts.in_clean_up(index) { "the guard" } else { "the program" };
    facts.variable(index).unwrap_or_else(|| other.to_owned())
}

/// ` (handle 3)`, where another resource of the same name was open at the end.
fn told_apart(facts: &Facts<'_>, index: usize) -> String {
    const LOOKED_AT: usize = 16;
    let resource = facts.resource(index);
    let end = facts.at_step(facts.exited().unwrap_or(facts.step));
    let open = end.open(LOOKED_AT, resource.kind);
    let same = |&other: &usize| other != index && facts.resource(other).name == resource.name;
    match open.iter().any(same) {
        true => format!(" (handle {})", resource.handle),
        false => String::new(),
    }
}

/// Who releases when it is no plain drop.
fn caller(ending: Ending) -> &'static str {
    match ending {
        Ending::Dropped | Ending::Unwound => "the guard",
        Ending::Closed => "`close()`",
        Ending::Returned | Ending::Failed | Ending::Panicked => "`with`",
        Ending::StackEnded | Ending::StackFailed | Ending::StackPanicked => "the exit stack",
    }
}

/// ` after 1.03 ms`.
fn open_for(facts: &Facts<'_>, index: usize) -> String {
    let acquired = facts.resource(index).acquired;
    if acquired >= facts.step {
        return String::new();
    }
    let open = facts.event().time.saturating_sub(facts.event_of(acquired).time);
    format!(" after {}", duration(open))
}

fn acquired(facts: &Facts<'_>, event: &Event, index: usize) -> String {
    let owner = facts.acquired_for();
    let variable = owner.map(|owner| name(facts.raw(owner.name)));
    let (subject, into) = match (variable, owner.is_some_and(|owner| owner.declared)) {
        (Some(variable), true) => (variable, String::new()),
        (Some(place), false) => ("the program".to_owned(), format!(" for {place}")),
        (None, _) => ("the program".to_owned(), String::new()),
    };
    let file = facts.file(index);
    let has = |bit| event.detail & bit != 0;
    let opened = if facts.is_lock(index) {
        let shared = if has(OpenMode::SHARED) { "shared " } else { "" };
        format!("took the {shared}lock {file}")
    } else if has(OpenMode::CREATED) {
        format!("opened the new file {file}")
    } else if has(OpenMode::TRUNCATED) {
        let held = facts.held_before(index);
        let gone = if held > 0 { format!(": its {} are gone", bytes(held)) } else { String::new() };
        format!("opened {file} and emptied it{gone}")
    } else if has(OpenMode::APPEND) {
        format!("opened {file} to write at its end")
    } else {
        match (has(OpenMode::READ), has(OpenMode::WRITE)) {
            (true, true) => format!("opened {file} to read and write"),
            (true, false) => format!("opened {file} to read"),
            (false, true) => format!("opened {file} to write"),
            (false, false) => format!("opened {file}"),
        }
    };
    format!("{subject} {opened}{into} (handle {})", event.at)
}

fn of_scope(facts: &Facts<'_>, event: &Event) -> String {
    let Some(scope) = facts.own_scope() else {
        return match event.kind {
            Kind::ScopeEntered => format!("{} begins", name(facts.raw(event.text))),
            _ => "a scope ends".to_owned(),
        };
    };
    if event.kind == Kind::ScopeEntered {
        return format!("{} begins", scope.turn());
    }
    let way = match event.kind {
        Kind::Unwinding => Some(Way::Panic),
        _ => Way::from_code(event.detail),
    };
    let error = match event.kind {
        Kind::ScopeLeft => facts.at_step(facts.step - 1).travels().error,
        _ => facts.travels().error,
    };
    let line = facts.on_line(facts.step);
    let (noun, turn) = (scope.noun(), scope.turn());
    if event.kind == Kind::ScopeLeft {
        return match way {
            Some(Way::Panic) => format!("the panic has left {noun}"),
            Some(Way::Question) if error.is_some() => format!("the error has left {noun}"),
            Some(Way::Return) if scope.is_called() => format!("{noun} has returned"),
            _ => format!("{turn} has ended"),
        };
    }
    match way {
        Some(Way::End) | None => format!("{turn} ends"),
        Some(Way::Return) if scope.is_called() => format!("`return`{line} ends {noun}"),
        Some(Way::Return) => format!("`return`{line} leaves {noun}"),
        Some(Way::Break) => format!("`break`{line} leaves {noun}"),
        Some(Way::Continue) => format!("`continue`{line} ends {turn}"),
        Some(Way::Question) if error.is_some() && scope.is_called() => {
            format!("`?`{line} returns the error from {noun}")
        }
        Some(Way::Question) => format!("`?`{line} leaves {noun}"),
        Some(Way::Panic) => format!("the panic leaves {noun}"),
    }
}

fn of_program(facts: &Facts<'_>, event: &Event) -> String {
    let text = facts.raw(event.text);
    let line = facts.on_line(facts.step);
    match event.kind {
        Kind::Acquiring => {
            let lock = event.detail == ResourceKind::Lock as u8;
            let verb = if lock { "take the lock" } else { "open" };
            format!("the program tries to {verb} {}", name(text))
        }
        Kind::OperationFailed => match error::split(text) {
            Some((error, path)) => format!("an operation on {} failed: {error}", name(path)),
            None => format!("an operation failed: {}", message(text)),
        },
        Kind::PathChanged => {
            let path = name(text);
            match PathChange::from_code(event.detail) {
                Some(PathChange::Renamed) => {
                    format!(
                        "the program renamed {path} to {}",
                        name(facts.raw(TextId(event.amount)))
                    )
                }
                Some(PathChange::Removed) => format!("the program removed {path}"),
                Some(PathChange::DirectoryCreated) => {
                    format!("the program made the directory {path}")
                }
                None => format!("the program changed {path}"),
            }
        }
        Kind::Slept => {
            format!("the program slept for {}", duration(u64::from(event.amount) * 1_000_000))
        }
        Kind::PanicRaised => format!("the program panicked: {}", message(text)),
        Kind::PanicCaught => format!("`catch_unwind` caught the panic: {}", message(text)),
        Kind::ErrorRaised => format!("`?`{line} got an error: {}", message(text)),
        Kind::DiskCarriedOn => {
            let names: Vec<_> =
                text.split(", ").filter(|name| !name.is_empty()).map(name).collect();
            let size = bytes(event.amount.into());
            match names.as_slice() {
                [] => "the program begins on the disk of an earlier run, which is empty".to_owned(),
                names => format!(
                    "the program begins on the disk of an earlier run, with {} ({size})",
                    listed(names)
                ),
            }
        }
        Kind::Output => {
            let printed = content(text);
            match runtime_output(event, text) {
                Some(reported) => {
                    let what = match reported {
                        RuntimeOutput::Panic => "panic",
                        RuntimeOutput::Error => "error",
                    };
                    let first = text.lines().find(|line| !line.is_empty()).unwrap_or_default();
                    let first = message(first.trim_end_matches(':'));
                    format!("Rust reported the {what} on standard error: {first}")
                }
                None if event.detail == 0 => format!("the program printed: {printed}"),
                None => format!("the program printed to standard error: {printed}"),
            }
        }
        Kind::Exited => exited(event, text),
        kind => {
            // A journal put together by hand may name a resource that never came to be.
            let (article, noun) = ("an event of a resource that is not known", kind.name());
            format!("{article}: {}", noun.replace('-', " "))
        }
    }
}

/// What the runtime of Rust prints, and not the program.
pub(super) enum RuntimeOutput {
    /// The message of a panic, or that the program aborts because of one.
    Panic,
    /// The error that `main` returned.
    Error,
}

/// Whether it was the runtime of Rust that printed a text.
pub(super) fn runtime_output(event: &Event, text: &str) -> Option<RuntimeOutput> {
    let is_panic = ["\nthread 'main' panicked at ", "thread caused ", "thread panicked "];
    match event.detail {
        0 => None,
        _ if is_panic.iter().any(|start| text.starts_with(start)) => Some(RuntimeOutput::Panic),
        // Outside of every scope nothing of the program runs.
        _ if event.scope == ScopeId::NONE && text.starts_with("Error: ") => {
            Some(RuntimeOutput::Error)
        }
        _ => None,
    }
}

fn exited(event: &Event, text: &str) -> String {
    // The event keeps the 32 bits of a status that may be negative.
    let status = event.amount as i32;
    let because = if text.is_empty() { String::new() } else { format!(": {}", remark(text)) };
    let told = if text.is_empty() { String::new() } else { format!(": {}", message(text)) };
    match Exit::from_code(event.detail) {
        Some(Exit::Returned) if status == 0 => "`main` returned, and the program ended".to_owned(),
        Some(Exit::Returned) => {
            format!("`main` returned, and the program ended with status {status}")
        }
        Some(Exit::Failed) => format!("`main` returned an error{told}"),
        Some(Exit::Panicked) => format!("the panic left `main` and ended the program{told}"),
        Some(Exit::Called) => format!("`exit({status})` ended the program"),
        Some(Exit::Stopped) => format!("the playground stopped the program{because}"),
        Some(Exit::Aborted) => format!("the program aborted{because}"),
        Some(Exit::Killed) => format!("the program was killed{because}"),
        None => format!("the program ended with status {status}"),
    }
}
