//! Why a resource was acquired or refused, and how long its owner keeps it.

use crate::journal::{Event, ResourceKind};
use crate::replay::why::{Role, Why};
use crate::replay::words::error;
use crate::replay::words::facts::Facts;
use crate::replay::words::numbers::{count, plural};
use crate::replay::words::text::{capitalised, listed, name, sentences};

/// At most so many files are named that take a handle.
const NAMED: usize = 4;

pub(super) fn tried(event: &Event) -> String {
    match event.detail == ResourceKind::Lock as u8 {
        true => "Only the system can say who holds a lock. It answers with a handle or an error.",
        false => "Only the system can open a file. It answers with a handle or an error.",
    }
    .to_owned()
}

pub(super) fn acquired(facts: &Facts<'_>, index: usize) -> String {
    let stays = capitalised(&stays(facts, index));
    let Some(owner) = facts.acquired_for() else {
        return format!("{stays} until its guard is dropped.");
    };
    let variable = name(facts.raw(owner.name));
    match facts.scope_of(owner) {
        Some(scope) => format!(
            "{stays} until {variable} is dropped: at {} at the latest, unless the guard is moved or \
             shared before then.",
            facts.scope(scope).end()
        ),
        None => format!("{stays} for as long as {variable} owns it."),
    }
}

pub(super) fn bound(facts: &Facts<'_>, index: usize) -> String {
    let before = facts.at_step(facts.step - 1).variable(index);
    let before = before.filter(|before| Some(before) != facts.variable(index).as_ref());
    let before = before.map(|before| format!("Its owner was {before} before."));
    sentences(&[
        before.as_deref().unwrap_or_default(),
        &format!("A guard is dropped with its last owner: {} until then.", stays(facts, index)),
    ])
}

/// `train.log stays open`.
fn stays(facts: &Facts<'_>, index: usize) -> String {
    match facts.is_lock(index) {
        true => format!("the lock {} is held", facts.file(index)),
        false => format!("{} stays open", facts.file(index)),
    }
}

pub(super) fn refused(facts: &Facts<'_>, why: &Why, index: usize) -> String {
    let text = facts.raw(facts.event().text);
    let reason = if error::is(text, "too many open files") {
        return no_handle(facts, why, index);
    } else if error::is(text, "busy") {
        held(facts, why)
    } else if error::is(text, "no space") {
        super::no_space(facts, 0)
    } else {
        error::meaning(text).to_owned()
    };
    sentences(&[&reason, NOTHING_ACQUIRED])
}

const NOTHING_ACQUIRED: &str = "Nothing was acquired, so there is nothing to release.";

fn held(facts: &Facts<'_>, why: &Why) -> String {
    let holder = why.first(Role::Holder);
    let holder = holder.and_then(|holder| facts.index_of(facts.event_of(holder).resource));
    match holder {
        Some(holder) => {
            let line = match facts.resource(holder).line {
                0 => String::new(),
                line => format!(" (line {line})"),
            };
            format!("{} holds it{line}.", capitalised(&facts.guard(holder)))
        }
        None => "Somebody else holds it.".to_owned(),
    }
}

/// Why there was no handle: who has them all.
fn no_handle(facts: &Facts<'_>, why: &Why, index: usize) -> String {
    let kind = facts.resource(index).kind;
    let open = facts.replay.facts.tally.open(facts.step);
    let (open, one, many) = match kind {
        ResourceKind::File => (open.files, "handle", "handles"),
        ResourceKind::Lock => (open.locks, "lock", "locks"),
    };
    let limit = facts.replay.capacity.map(|capacity| match kind {
        ResourceKind::File => capacity.files,
        ResourceKind::Lock => capacity.locks,
    });
    let holders: Vec<_> = why
        .all(Role::Holder)
        .filter_map(|at| facts.index_of(facts.event_of(at).resource))
        .collect();
    let number = plural(open as u64, one, many);
    let (holders, forgotten) = holders_in_words(facts, &holders, open);
    match limit {
        Some(limit) if open >= limit => {
            let taken = format!("All {number} are taken: {holders}.");
            sentences(&[&taken, forgotten.as_deref().unwrap_or(NOTHING_ACQUIRED)])
        }
        // The table has room, and the machine fails for no other reason.
        Some(limit) => format!(
            "Only {} of the {} {many} {} taken: this failure is planned, for example by a `//@ fail` \
             line. {NOTHING_ACQUIRED}",
            count(open as u64),
            count(limit as u64),
            if open == 1 { "is" } else { "are" }
        ),
        None if open == 0 => format!("The system gave no {one}. {NOTHING_ACQUIRED}"),
        None => {
            let taken = format!("The program has {number} already: {holders}.");
            sentences(&[&taken, forgotten.as_deref().unwrap_or(NOTHING_ACQUIRED)])
        }
    }
}

/// `` `a`, `b` and `c`, held by `files` ``; and what became of the guards, if they were forgotten.
/// Files with one name are counted.
fn holders_in_words(facts: &Facts<'_>, holders: &[usize], open: usize) -> (String, Option<String>) {
    let mut names: Vec<(String, usize)> = Vec::new();
    for &holder in holders {
        let file = facts.file(holder);
        match names.iter_mut().find(|(name, _)| *name == file) {
            Some((_, times)) => *times += 1,
            None => names.push((file, 1)),
        }
    }
    let mut shown: Vec<String> = names
        .iter()
        .take(NAMED)
        .map(|(name, times)| match times {
            1 => name.clone(),
            times => format!("{name} {times} times"),
        })
        .collect();
    if names.len() > NAMED || holders.len() < open {
        shown.push("others".to_owned());
    }
    let owners: Vec<_> = holders.iter().map(|&holder| facts.variable(holder)).collect();
    let held = match owners.first() {
        Some(Some(owner)) if owners.iter().all(|one| one.as_ref() == Some(owner)) => {
            format!(", held by {owner}")
        }
        _ => String::new(),
    };
    let is_forgotten = |&&holder: &&usize| facts.resource(holder).forgotten <= facts.step;
    let forgotten = holders.iter().filter(is_forgotten).count();
    let forgotten = match forgotten {
        0 => None,
        1 if open == 1 => Some("Its guard was forgotten, so nobody gives it back.".to_owned()),
        all if all == open => {
            Some("Their guards were forgotten, so nobody gives them back.".to_owned())
        }
        1 => Some("1 of the guards was forgotten.".to_owned()),
        some => Some(format!("{} of the guards were forgotten.", count(some as u64))),
    };
    (format!("{}{held}", listed(&shown)), forgotten)
}
