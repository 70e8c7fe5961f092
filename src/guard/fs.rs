//! File calls without a guard of one's own, named as in `std::fs`.
//!
//! They act on the current [`Session`]. What opens a file does so through a [`ManagedFile`], so that
//! it takes a handle and appears in the journal like every other.

use std::panic::Location;

use super::session::{Place, Session};
use super::system::System;
use super::{ManagedFile, Result};
use crate::journal::{Event, Kind, PathChange, TextId};
use crate::world::{self, Metadata, NodeId};

/// The whole content of a file, as text.
///
/// # Errors
///
/// Those of [`ManagedFile::open`] and [`ManagedFile::read_to_string`].
#[track_caller]
pub fn read_to_string(path: impl AsRef<str>) -> Result<String> {
    ManagedFile::open(path)?.read_to_string()
}

/// Replaces the content of a file, or makes the file.
///
/// # Errors
///
/// Those of [`ManagedFile::create`], of writing and of closing.
#[track_caller]
pub fn write(path: impl AsRef<str>, bytes: impl AsRef<[u8]>) -> Result<()> {
    let mut file = ManagedFile::create(path)?;
    file.write(bytes)?;
    file.close()
}

/// Renames a file or directory. What stood at the new path is replaced in one step: there is no
/// moment without a file at that path.
///
/// # Errors
///
/// `not found`; `is a directory`, `not a directory` and `directory not empty` as POSIX `rename`.
#[track_caller]
pub fn rename(from: impl AsRef<str>, to: impl AsRef<str>) -> Result<()> {
    let (from, to) = (from.as_ref(), to.as_ref());
    change(Location::caller(), PathChange::Renamed, Some(to), |system| {
        Ok(vec![(from.to_owned(), system.rename(from, to)?)])
    })
}

/// Removes a file. Handles that have it open go on working; its bytes live until the last closes.
///
/// # Errors
///
/// `not found`, `is a directory`.
#[track_caller]
pub fn remove_file(path: impl AsRef<str>) -> Result<()> {
    let path = path.as_ref();
    change(Location::caller(), PathChange::Removed, None, |system| {
        Ok(vec![(path.to_owned(), system.remove_file(path)?)])
    })
}

/// Removes an empty directory.
///
/// # Errors
///
/// `not found`, `not a directory`, `directory not empty`.
#[track_caller]
pub fn remove_dir(path: impl AsRef<str>) -> Result<()> {
    let path = path.as_ref();
    change(Location::caller(), PathChange::Removed, None, |system| {
        Ok(vec![(path.to_owned(), system.remove_dir(path)?)])
    })
}

/// Makes a directory.
///
/// # Errors
///
/// `already exists`; `not found` if its parent is missing.
#[track_caller]
pub fn create_dir(path: impl AsRef<str>) -> Result<()> {
    let path = path.as_ref();
    change(Location::caller(), PathChange::DirectoryCreated, None, |system| {
        Ok(vec![(path.to_owned(), system.create_dir(path)?)])
    })
}

/// Makes a directory and those above it that are missing.
///
/// # Errors
///
/// `not a directory` if a file is in the way.
#[track_caller]
pub fn create_dir_all(path: impl AsRef<str>) -> Result<()> {
    let path = path.as_ref();
    change(Location::caller(), PathChange::DirectoryCreated, None, |system| {
        system.create_dir_all(path)
    })
}

/// The names in a directory, sorted.
///
/// # Errors
///
/// `not found`, `not a directory`.
#[track_caller]
pub fn read_dir(path: impl AsRef<str>) -> Result<Vec<String>> {
    ask(|system| system.list(path.as_ref()))
}

/// What is known of a path.
///
/// # Errors
///
/// `not found`.
#[track_caller]
pub fn metadata(path: impl AsRef<str>) -> Result<Metadata> {
    ask(|system| system.metadata(path.as_ref()))
}

/// Whether there is something at the path.
#[track_caller]
pub fn exists(path: impl AsRef<str>) -> bool {
    metadata(path).is_ok()
}

/// Lets so many milliseconds pass. In a world they pass at once.
#[track_caller]
pub fn sleep(milliseconds: u64) {
    let session = Session::current();
    let place = session.place(Location::caller());
    let mut ledger = session.ledger.borrow_mut();
    ledger.host.system().sleep(milliseconds.saturating_mul(1_000_000));
    let amount = u32::try_from(milliseconds).unwrap_or(u32::MAX);
    record(&mut ledger, place, Event { amount, ..Event::of(Kind::Slept) });
    drop(ledger);
    session.pass_on();
}

fn ask<T>(call: impl FnOnce(&mut dyn System) -> Result<T, world::Error>) -> Result<T> {
    Ok(call(Session::current().ledger.borrow_mut().host.system())?)
}

/// Changes paths, and records each change, or that it failed.
fn change(
    caller: &Location<'_>,
    change: PathChange,
    new_path: Option<&str>,
    call: impl FnOnce(&mut dyn System) -> Result<Vec<(String, NodeId)>, world::Error>,
) -> Result<()> {
    let session = Session::current();
    let place = session.place(caller);
    let mut ledger = session.ledger.borrow_mut();
    let outcome = call(ledger.host.system());
    match &outcome {
        Ok(changed) => {
            for (path, NodeId(at)) in changed {
                let text = ledger.journal.intern(path);
                let TextId(amount) =
                    new_path.map_or(TextId::NONE, |path| ledger.journal.intern(path));
                let detail = change as u8;
                let event = Event { text, amount, at: *at, detail, ..Event::of(Kind::PathChanged) };
                record(&mut ledger, place, event);
            }
        }
        Err(error) => {
            let text = ledger.journal.intern(&error.to_string());
            record(&mut ledger, place, Event { text, ..Event::of(Kind::OperationFailed) });
        }
    }
    drop(ledger);
    session.pass_on();
    outcome?;
    Ok(())
}

fn record(ledger: &mut super::lifecycle::Ledger, place: Place, event: Event) {
    ledger.record(Event { scope: place.scope, line: place.line, ..event });
}
