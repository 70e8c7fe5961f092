//! Why a scope begins and ends, and what its end drops.

use crate::journal::{Event, Exit, Kind, Way};
use crate::replay::NEVER;
use crate::replay::scene::Leaving;
use crate::replay::tally::Number;
use crate::replay::why::{Role, Why};
use crate::replay::words::facts::Facts;
use crate::replay::words::numbers::plural;
use crate::replay::words::text::{capitalised, in_order, listed, name, sentences};
use crate::replay::words::verdict::noun;

/// At most so many variables are named.
const NAMED: usize = 6;

pub(super) fn entered(facts: &Facts<'_>, why: &Why) -> String {
    let Some(scope) = facts.own_scope() else { return String::new() };
    let end = format!("Variables declared in it are dropped when it ends{}.", scope.last_line());
    match (scope.dropped_type(), why.first(Role::Leaving)) {
        (Some(dropped), leaving) => {
            let drops = format!("a {dropped} is dropped, and its `drop` runs.");
            match leaving.and_then(|leaving| facts.at(leaving).leaving()) {
                Some(leaving) => format!("{}: {drops}", facts.left(leaving)),
                None => capitalised(&drops),
            }
        }
        (None, _) => end,
    }
}

/// What makes control leave, and what is dropped on the way.
pub(super) fn leaving(facts: &Facts<'_>, why: &Why) -> String {
    let Some(leaving) = facts.leaving() else { return String::new() };
    let scope = facts.scope(leaving.scope);
    let (guards, ordered) = guards(facts, leaving);
    let forgotten = forgotten(facts, leaving.scope);
    let list = if ordered { in_order(&guards) } else { listed(&guards) };
    let order = if ordered && guards.len() > 1 { ", the last one declared first" } else { "" };
    let nothing = "Its variables are dropped. None of them closes a file or lock.";
    let cause = super::failure(facts, why);
    match (leaving.way, guards.len()) {
        (Way::Panic, 0) => {
            sentences(&["Nothing here catches it, and no file or lock is closed here.", &forgotten])
        }
        (Way::Panic, _) => sentences(&[
            "Nothing here catches it.",
            &format!("Before it goes on, the variables are dropped{order}: {list}."),
            &forgotten,
        ]),
        (Way::Question, 0) => {
            let nothing = "No file or lock is closed here.";
            sentences(&[&cause, nothing, &forgotten])
        }
        (Way::Question, _) if scope.is_called() => sentences(&[
            &cause,
            &format!("Before the caller sees the error, the variables are dropped{order}: {list}."),
            &forgotten,
        ]),
        (_, 0) if forgotten.is_empty() => nothing.to_owned(),
        (_, 0) => forgotten,
        _ => sentences(&[
            &cause,
            &format!("Its variables are dropped now{order}: {list}."),
            &forgotten,
        ]),
    }
}

/// What its end has closed, and where an error or a panic goes.
pub(super) fn left(facts: &Facts<'_>) -> String {
    let Some(leaving) = facts.leaving() else { return String::new() };
    let (dropped, more) = facts.dropped(leaving);
    let closed: Vec<_> = dropped.iter().map(|&index| facts.resource_noun(index)).collect();
    let closed = match closed.len() {
        0 => "Nothing was closed.".to_owned(),
        1..=NAMED if !more => format!("Dropping its variables released {}.", listed(&closed)),
        _ if more => "Dropping its variables released many files or locks.".to_owned(),
        _ => {
            let locks = dropped.iter().filter(|&&index| facts.is_lock(index)).count();
            let number = Number { files: dropped.len() - locks, locks };
            format!("Dropping its variables released {}.", noun(number))
        }
    };
    let travels = facts.travels();
    let scope = facts.scope(leaving.scope);
    let is_outermost = facts.replay.facts.scopes.list[leaving.scope].parent == NEVER;
    let aborted = |next: &Event| next.kind == Kind::Exited && next.detail == Exit::Aborted as u8;
    let ends_program = facts.next_event().is_some_and(aborted);
    let next = match leaving.way {
        Way::Panic | Way::Question if ends_program => "",
        Way::Panic if is_outermost => "There is no caller left that could catch it.",
        Way::Question if is_outermost => "There is no caller left: Rust reports the error.",
        Way::Panic if travels.panic.is_some() => "The panic goes on.",
        Way::Question if travels.error.is_some() => "The error goes on.",
        Way::Question if scope.is_called() => "The caller gets the error as a value.",
        _ => "",
    };
    sentences(&[&closed, next])
}

/// The guards that are dropped, each owner once, and whether their order is known to be that of the
/// declarations reversed.
fn guards(facts: &Facts<'_>, leaving: Leaving) -> (Vec<String>, bool) {
    let (dropped, more) = facts.dropped(leaving);
    let mut guards: Vec<(String, u64)> = Vec::new();
    let mut ordered = true;
    for (place, &index) in dropped.iter().enumerate() {
        let guard = facts.guard(index);
        match guards.last_mut() {
            Some((last, files)) if *last == guard => *files += 1,
            last => {
                let before = place.checked_sub(1).map(|before| dropped[before]);
                ordered &= last.is_none()
                    || before.is_some_and(|before| facts.declared_after(before, index));
                guards.push((guard, 1));
            }
        }
    }
    let more = more || guards.len() > NAMED;
    let mut named: Vec<String> = guards
        .into_iter()
        .take(NAMED)
        .map(|(guard, files)| match files {
            1 => guard,
            files => format!("{guard} with {}", plural(files, "guard", "guards")),
        })
        .collect();
    if more {
        named.push("others".to_owned());
    }
    (named, ordered)
}

/// What the scope's variables owned and will not be dropped.
fn forgotten(facts: &Facts<'_>, scope: usize) -> String {
    let forgotten = facts.forgotten_in(scope);
    let Some(&first) = forgotten.first() else { return String::new() };
    let files: Vec<_> =
        forgotten.iter().take(NAMED).map(|&index| facts.resource_noun(index)).collect();
    let step = facts.resource(first).forgotten;
    let means = name(facts.raw(facts.event_of(step).text));
    let its = if files.len() == 1 { "its guard" } else { "their guards" };
    let stays = if files.len() == 1 { "stays" } else { "stay" };
    format!("{} {stays} open: {means} took {its}{}.", listed(&files), facts.on_line(step))
}
