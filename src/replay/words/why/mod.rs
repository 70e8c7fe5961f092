//! The reason in a sentence or two, made from the events that it rests on.

mod acquire;
mod release;
mod scope;

use crate::journal::{Event, Exit, Kind, PathChange, ResourceKind, TextId};
use crate::replay::files::normalised;
use crate::replay::why::{Role, Why};

use super::error;
use super::facts::Facts;
use super::numbers::{buffered, bytes, count};
use super::text::{capitalised, name, sentences};
use super::what::{RuntimeOutput, runtime_output};

/// The reason for an event, in one line.
pub(super) fn why(facts: &Facts<'_>, why: &Why) -> String {
    let event = facts.event();
    match (event.kind, facts.resource_index()) {
        (Kind::Acquiring, _) => acquire::tried(event),
        (Kind::Acquired, Some(index)) => acquire::acquired(facts, index),
        (Kind::AcquisitionFailed, Some(index)) => acquire::refused(facts, why, index),
        (Kind::Bound, Some(index)) => acquire::bound(facts, index),
        (Kind::Read, Some(index)) => read(facts, event, index),
        (Kind::Written, Some(index)) => written(facts, event, index),
        (Kind::Flushed, Some(index)) => flushed(facts, index),
        (Kind::OperationFailed, _) => operation_failed(facts, event),
        (Kind::CleanUpStarted, Some(index)) => release::started(facts, why, index),
        (Kind::Released, Some(index)) => release::released(facts, why, index),
        (Kind::ReleaseFailed, Some(index)) => release::failed(facts, why, event, index),
        (Kind::Forgotten, Some(index)) => release::forgotten(facts, event, index),
        (Kind::Leaked, Some(index)) => release::leaked(facts, why, index),
        (Kind::Reaped, Some(index)) => release::reaped(facts, event, index),
        (Kind::ScopeEntered, _) => scope::entered(facts, why),
        (Kind::ScopeLeaving | Kind::Unwinding, _) => scope::leaving(facts, why),
        (Kind::ScopeLeft, _) => scope::left(facts),
        (Kind::PathChanged, _) => path_changed(facts, event),
        (Kind::Slept, _) => slept(facts),
        (Kind::PanicRaised, _) => panic_raised(facts, why),
        (Kind::PanicCaught, _) => panic_caught(facts, why),
        (Kind::ErrorRaised, _) => error_raised(facts, why),
        (Kind::DiskCarriedOn, _) => disk_carried_on(event),
        (Kind::Output, _) => output(facts, event),
        (Kind::Exited, _) => exited(facts, why, event),
        // A journal put together by hand may name a resource that never came to be.
        _ => String::new(),
    }
}

/// The failed call behind something, as a sentence of its own.
fn failure(facts: &Facts<'_>, why: &Why) -> String {
    why.first(Role::Failure).map_or_else(String::new, |failure| facts.failure(failure))
}

fn read(facts: &Facts<'_>, event: &Event, index: usize) -> String {
    let file = facts.resource(index).file as usize;
    let files = &facts.replay.facts.files;
    let at_end = file < files.list.len() && event.at >= files.size(file, facts.step);
    match event.amount {
        0 if at_end => "0 bytes mean that there is nothing left to read.".to_owned(),
        0 => String::from("There was nothing to read, or no room to read it into."),
        _ if event.at == 0 => "It read from the beginning of the file.".to_owned(),
        _ => format!("It went on reading at byte {}.", count(event.at.into())),
    }
}

fn written(facts: &Facts<'_>, event: &Event, index: usize) -> String {
    let buffered = facts.buffered(index);
    if event.amount == 0 {
        return "Nothing was written, so nothing has to reach the disk.".to_owned();
    }
    let all = match buffered {
        1 => "this byte would be lost".to_owned(),
        _ if buffered == event.amount => "they would be lost".to_owned(),
        _ => format!("all {} in the buffer would be lost", bytes(buffered.into())),
    };
    let they = if event.amount == 1 { "It reaches" } else { "They reach" };
    format!(
        "{they} the disk when the buffer is flushed: by `flush()`, or when the guard closes. If the \
         program died now, {all}."
    )
}

fn flushed(facts: &Facts<'_>, index: usize) -> String {
    if facts.in_clean_up(index) {
        return "A guard writes what is buffered before it closes.".to_owned();
    }
    "The buffer was flushed. What is on the disk is safe, even if the program dies.".to_owned()
}

fn operation_failed(facts: &Facts<'_>, event: &Event) -> String {
    let text = facts.raw(event.text);
    let reason = match error::is(text, "no space") {
        true => no_space(facts, event.amount),
        false => error::meaning(text).to_owned(),
    };
    match event.amount {
        0 => reason,
        _ => sentences(&[&reason, "The bytes stay in the buffer."]),
    }
}

/// Why bytes found no room on the disk.
fn no_space(facts: &Facts<'_>, amount: u32) -> String {
    let buffered = match amount {
        0 => "what the program asked for".to_owned(),
        _ => format!("the {}", buffered(amount)),
    };
    let Some(capacity) = facts.replay.capacity else {
        return format!("The disk had no room for {buffered}.");
    };
    let files = &facts.replay.facts.files;
    let size = |file| u64::from(files.size(file, facts.step));
    let taken: u64 = files.alive(facts.step).map(size).sum();
    let buffered = capitalised(&buffered);
    // What a removed file takes while it is open is not counted here, and a fault may be planned.
    match taken + u64::from(amount) > capacity.disk {
        true if taken == 0 => {
            format!("{buffered} did not fit on the disk of {}.", bytes(capacity.disk))
        }
        true => format!(
            "{buffered} did not fit on the disk: {} of its {} are taken.",
            count(taken),
            bytes(capacity.disk)
        ),
        false => "The system answered that the disk is full.".to_owned(),
    }
}

fn path_changed(facts: &Facts<'_>, event: &Event) -> String {
    let files = &facts.replay.facts.files;
    let file_at = |step: u32, path: &str| {
        let wanted = normalised(path);
        let text = |id| facts.raw(id);
        files.alive(step).find(|&file| normalised(files.path(file, step, text)) == wanted)
    };
    let before = facts.step - 1;
    match PathChange::from_code(event.detail) {
        Some(PathChange::Renamed) => {
            let target = facts.raw(TextId(event.amount));
            match file_at(before, target) {
                Some(_) => format!(
                    "The system replaced {} in one step: whoever opens it finds the old file or the \
                     new one, never a part of one.",
                    name(target)
                ),
                None => "A new name needs no copy: the same file now has another path.".to_owned(),
            }
        }
        Some(PathChange::Removed) => {
            let removed = file_at(before, facts.raw(event.text));
            let open = facts.open(64, ResourceKind::File).into_iter();
            let open = open
                .filter(|&index| removed == Some(facts.resource(index).file as usize))
                .count() as u64;
            match open {
                0 => "Nobody has it open, so its bytes are gone as well.".to_owned(),
                1 => "1 handle still has it open: its bytes stay until that is closed.".to_owned(),
                _ => format!(
                    "{} handles still have it open: its bytes stay until the last of them is closed.",
                    count(open)
                ),
            }
        }
        Some(PathChange::DirectoryCreated) => "Files can be created in it now.".to_owned(),
        None => String::new(),
    }
}

fn slept(facts: &Facts<'_>) -> String {
    let open = facts.replay.facts.tally.open(facts.step);
    match open.all() {
        0 => "Only time passed. Nothing was open.".to_owned(),
        _ => format!("Only time passed. {} stayed open.", capitalised(&super::verdict::noun(open))),
    }
}

fn panic_raised(facts: &Facts<'_>, why: &Why) -> String {
    let follows = if why.first(Role::Panic).is_some() {
        "Another panic is unwinding already: if this one leaves its destructor as well, the program \
         aborts."
    } else if !facts.unwinds_after() {
        ""
    } else {
        "From here on Rust leaves scope after scope and drops the variables: that is unwinding."
    };
    let failure = failure(facts, why);
    match (failure.as_str(), facts.event().line) {
        ("", 0) => follows.to_owned(),
        ("", line) => sentences(&[&format!("The code on line {line} raised it."), follows]),
        (failure, _) => sentences(&[failure, follows]),
    }
}

fn panic_caught(facts: &Facts<'_>, why: &Why) -> String {
    let raised = why
        .first(Role::Panic)
        .map_or_else(String::new, |panic| format!("The panic was raised{}.", facts.on_line(panic)));
    sentences(&[&raised, "Unwinding stops here, and the program goes on."])
}

fn error_raised(facts: &Facts<'_>, why: &Why) -> String {
    match why.first(Role::Error) {
        Some(origin) => {
            let from = facts.on_line(origin);
            format!(
                "It is the error that the `?`{from} returned. This `?` passes it on to the caller."
            )
        }
        None => {
            let failure = failure(facts, why);
            sentences(&[&failure, "`?` returns an error to the caller at once."])
        }
    }
}

fn disk_carried_on(event: &Event) -> String {
    format!(
        "A disk outlives the programs that write to it. This is run {} on this disk.",
        count(u64::from(event.at) + 1)
    )
}

fn output(facts: &Facts<'_>, event: &Event) -> String {
    match runtime_output(event, facts.raw(event.text)) {
        Some(RuntimeOutput::Panic) => {
            return "Rust prints the message of a panic before anything is unwound.".to_owned();
        }
        Some(RuntimeOutput::Error) => {
            return "`main` returned an error. Rust prints it and ends the program.".to_owned();
        }
        None => {}
    }
    let stream = if event.detail == 0 { "Standard output" } else { "Standard error" };
    format!("{stream} is open from the start: printing takes no handle.")
}

const NO_SCOPE_ENDS: &str =
    "The program stops here: no scope ends, and no variable is dropped any more.";

fn exited(facts: &Facts<'_>, why: &Why, event: &Event) -> String {
    let open = facts.replay.facts.tally.open(facts.step);
    let left = match open.all() {
        0 => String::new(),
        _ => capitalised(&super::verdict::still(open)),
    };
    let raised = |role, what: &str| {
        why.first(role).map_or_else(String::new, |step| match facts.on_line(step).as_str() {
            "" => String::new(),
            line => format!("{what}{line} and left every scope."),
        })
    };
    match Exit::from_code(event.detail) {
        Some(Exit::Returned) if open.all() == 0 => {
            "Its last scope has ended, and nothing is open.".to_owned()
        }
        Some(Exit::Failed) => sentences(&[
            &raised(Role::Error, "`?` passed the error on"),
            "Rust prints the error and ends the program with status 1.",
            &left,
        ]),
        Some(Exit::Panicked) => sentences(&[
            &raised(Role::Panic, "The panic was raised"),
            "Nothing caught it: the program ends with status 101.",
            &left,
        ]),
        Some(Exit::Called | Exit::Aborted | Exit::Killed | Exit::Stopped) => match open.all() {
            0 => format!("{NO_SCOPE_ENDS} Nothing was open."),
            _ => format!("{NO_SCOPE_ENDS} {left}"),
        },
        _ => left,
    }
}
