//! The log: one row an event, all of them or those a person asks for.

use std::ops::Range;

use crate::journal::{Ending, Event, Exit, Journal, Kind, PathChange, ResourceId, TextId, Way};

use super::Replay;
use super::resources::change_at;
use super::words::keywords;

/// The groups of events that can be shown or hidden together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Group {
    /// What happens to resources and to the disk.
    Resources,
    /// Scopes entered and left.
    Scopes,
    /// Errors and panics: raised, caught, and operations that failed.
    Errors,
    /// What the program prints, that it sleeps, how it begins and ends.
    Output,
}

impl Group {
    /// Every group, in the order of its bit in [`Filter::groups`].
    pub const ALL: [Group; 4] = [Self::Resources, Self::Scopes, Self::Errors, Self::Output];

    /// The group of a kind of event; each kind has one.
    pub fn of(kind: Kind) -> Group {
        match kind {
            Kind::Acquiring
            | Kind::Acquired
            | Kind::Read
            | Kind::Written
            | Kind::Flushed
            | Kind::CleanUpStarted
            | Kind::Released
            | Kind::PathChanged
            | Kind::Leaked
            | Kind::Reaped
            | Kind::Bound
            | Kind::Forgotten => Self::Resources,
            Kind::ScopeEntered | Kind::ScopeLeaving | Kind::Unwinding | Kind::ScopeLeft => {
                Self::Scopes
            }
            Kind::AcquisitionFailed
            | Kind::OperationFailed
            | Kind::ReleaseFailed
            | Kind::PanicRaised
            | Kind::ErrorRaised
            | Kind::PanicCaught => Self::Errors,
            Kind::Slept | Kind::Output | Kind::DiskCarriedOn | Kind::Exited => Self::Output,
        }
    }

    /// The bit of this group in [`Filter::groups`].
    pub fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Which events a person wants to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The bits of the groups wanted ([`Group::bit`]).
    pub groups: u8,
    /// Case-insensitive text, matched against the event's texts, the name and the owner of its resource,
    /// and the words of its sentence that tell its kind. Empty for everything.
    pub text: String,
}

impl Filter {
    /// Every group.
    pub const ALL_GROUPS: u8 = 0b1111;

    /// Every event.
    pub fn all() -> Self {
        Self { groups: Self::ALL_GROUPS, text: String::new() }
    }

    fn is_all(&self) -> bool {
        self.groups & Self::ALL_GROUPS == Self::ALL_GROUPS && self.text.trim().is_empty()
    }
}

/// How bad an event or a run is, by what a person has to know first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Severity {
    /// As it should be.
    Fine,
    /// An error.
    Error,
    /// A panic.
    Panic,
    /// A resource or bytes were lost.
    Leak,
}

impl Severity {
    /// How bad an event is.
    pub fn of(event: &Event) -> Severity {
        match event.kind {
            Kind::Leaked | Kind::Reaped | Kind::Forgotten => Self::Leak,
            Kind::ReleaseFailed if event.amount > 0 => Self::Leak,
            Kind::PanicRaised | Kind::PanicCaught | Kind::Unwinding => Self::Panic,
            Kind::ScopeLeaving | Kind::ScopeLeft => match Way::from_code(event.detail) {
                Some(Way::Panic) => Self::Panic,
                Some(Way::Question) => Self::Error,
                _ => Self::Fine,
            },
            Kind::CleanUpStarted | Kind::Released => match Ending::from_code(event.detail) {
                Some(ending) if ending.is_panicked() => Self::Panic,
                Some(ending) if ending.is_failed() => Self::Error,
                _ => Self::Fine,
            },
            Kind::AcquisitionFailed
            | Kind::OperationFailed
            | Kind::ReleaseFailed
            | Kind::ErrorRaised => Self::Error,
            Kind::Exited => match Exit::from_code(event.detail) {
                Some(Exit::Panicked | Exit::Aborted | Exit::Killed) => Self::Panic,
                Some(Exit::Failed | Exit::Stopped) => Self::Error,
                _ => Self::Fine,
            },
            _ => Self::Fine,
        }
    }
}

/// Which rows of the log are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogRows {
    /// The first row, counted from 0.
    pub first: usize,
    /// How many rows.
    pub count: usize,
    /// The selected step.
    pub step: usize,
    /// How many rows are wanted before and after that of the selected step. With it that row is among
    /// those answered, wherever they would begin otherwise.
    pub around: Option<usize>,
    /// Whether the log ends with the selected step.
    pub ends_there: bool,
}

/// Rows of the log under a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogPage {
    /// The first of them, counted from 0.
    pub first: usize,
    /// How many rows the log has.
    pub total: usize,
    /// The row that the selected step leads to, or that comes last before it.
    pub selected: Option<usize>,
    /// The rows, as far as there are that many.
    pub rows: Vec<Row>,
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The step that the event leads to, from 1.
    pub step: usize,
    /// Nanoseconds since the run began.
    pub time: u64,
    /// The source line, from 1; 0 where it is not known.
    pub line: u16,
    /// How many scopes are around the event, less one.
    pub depth: u32,
    /// What happened.
    pub kind: Kind,
    /// The resource it concerns; [`ResourceId::NONE`] for none.
    pub resource: ResourceId,
    /// How bad it is.
    pub severity: Severity,
    /// What happened, in one sentence: [`Replay::what`].
    pub text: String,
}

/// The events that a filter lets through, found once and kept.
#[derive(Debug, Default)]
pub(crate) struct Found {
    filter: Option<Filter>,
    /// Their indexes, in order.
    events: Vec<u32>,
}

impl Replay {
    /// How many rows the log has under a filter.
    ///
    /// The first question about a filter looks at each event; further ones about the same filter,
    /// and all about [`Filter::all`], take the same short time however long the log is.
    pub fn log_len(&self, filter: &Filter) -> usize {
        if filter.is_all() {
            return self.steps();
        }
        self.find(filter);
        self.found.borrow().events.len()
    }

    /// The rows of the log that a person looks at. It costs what [`log`](Replay::log) costs.
    pub fn log_page(&self, filter: &Filter, wanted: &LogRows) -> LogPage {
        let selected = self.log_row_at(filter, wanted.step);
        let total = if wanted.ends_there {
            selected.map_or(0, |row| row + 1)
        } else {
            self.log_len(filter)
        };
        let LogRows { count, .. } = *wanted;
        let first = match (selected, wanted.around) {
            (Some(row), Some(around)) => Self::log_rows_with(wanted.first, count, row, around),
            _ => wanted.first,
        };
        let rows = self.log(filter, first, count.min(total.saturating_sub(first)));
        LogPage { first, total, selected, rows }
    }

    /// `count` rows of the log under a filter from the row `first` on, as far as there are that
    /// many. It costs what [`log_len`](Replay::log_len) costs, and the rows.
    pub fn log(&self, filter: &Filter, first: usize, count: usize) -> Vec<Row> {
        let range = cut(first, count, self.log_len(filter));
        if filter.is_all() {
            return range.map(|event| self.row(event)).collect();
        }
        self.found.borrow().events[range].iter().map(|&event| self.row(event as usize)).collect()
    }

    /// Where `count` rows begin that have a row among them, with `around` others before and after it:
    /// as near to `first` as that can be.
    pub fn log_rows_with(first: usize, count: usize, row: usize, around: usize) -> usize {
        let around = around.min(count.saturating_sub(1) / 2);
        let last = row.saturating_sub(around);
        let earliest = (row + around + 1).saturating_sub(count);
        first.clamp(earliest.min(last), last)
    }

    /// The row of the log, under a filter, that a step leads to or that comes last before it.
    pub fn log_row_at(&self, filter: &Filter, step: usize) -> Option<usize> {
        if filter.is_all() {
            return step.min(self.steps()).checked_sub(1);
        }
        self.find(filter);
        self.found.borrow().events.partition_point(|&event| (event as usize) < step).checked_sub(1)
    }

    fn row(&self, index: usize) -> Row {
        let event = &self.journal().events()[index];
        let scope = self.facts.scopes.find(event.scope);
        Row {
            step: index + 1,
            time: event.time,
            line: event.line,
            depth: scope.map_or(0, |scope| self.facts.scopes.list[scope].depth),
            kind: event.kind,
            resource: event.resource,
            severity: Severity::of(event),
            text: self.what(index + 1),
        }
    }

    /// The name of an event's resource, and of the variable that owns it.
    fn names_at(&self, index: usize, event: &Event) -> [TextId; 2] {
        let Some(resource) = self.facts.index_of(event.resource) else { return [TextId::NONE; 2] };
        let owner = change_at(self.facts.changes.of(resource), index as u32 + 1).owner;
        [self.facts.resources[resource].name, owner]
    }

    fn find(&self, filter: &Filter) {
        let mut found = self.found.borrow_mut();
        if found.filter.as_ref() == Some(filter) {
            return;
        }
        let search = Search::new(self.journal(), filter);
        let events = self.journal().events().iter().enumerate();
        let wanted =
            events.filter(|&(index, event)| search.wants(event, || self.names_at(index, event)));
        found.events = wanted.map(|(index, _)| index as u32).collect();
        found.filter = Some(filter.clone());
    }
}

fn cut(first: usize, count: usize, length: usize) -> Range<usize> {
    let first = first.min(length);
    first..first.saturating_add(count).min(length)
}

/// A filter prepared for a journal: each text and name is searched once, not once an event.
struct Search {
    groups: u8,
    /// Nothing is searched for.
    any: bool,
    texts: Vec<bool>,
    kinds: Vec<bool>,
    endings: Vec<bool>,
    ways: Vec<bool>,
    exits: Vec<bool>,
    changes: Vec<bool>,
}

impl Search {
    fn new(journal: &Journal, filter: &Filter) -> Self {
        let needle = filter.text.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&needle);
        Self {
            groups: filter.groups,
            any: needle.is_empty(),
            texts: journal.texts().map(has).collect(),
            kinds: Kind::ALL.iter().map(|&kind| has(kind.name()) || has(keywords(kind))).collect(),
            endings: Ending::ALL.iter().map(|ending| has(ending.name())).collect(),
            ways: Way::ALL.iter().map(|way| has(way.name())).collect(),
            exits: Exit::ALL.iter().map(|exit| has(exit.name())).collect(),
            changes: PathChange::ALL.iter().map(|change| has(change.name())).collect(),
        }
    }

    fn wants(&self, event: &Event, names: impl FnOnce() -> [TextId; 2]) -> bool {
        self.groups & Group::of(event.kind).bit() != 0 && (self.any || self.occurs(event, names))
    }

    fn occurs(&self, event: &Event, names: impl FnOnce() -> [TextId; 2]) -> bool {
        let text = |id: TextId| self.texts.get(id.0 as usize).copied().unwrap_or(false);
        let details: &[bool] = match event.kind {
            Kind::CleanUpStarted | Kind::Released | Kind::ReleaseFailed => &self.endings,
            Kind::ScopeLeaving | Kind::ScopeLeft => &self.ways,
            Kind::Exited => &self.exits,
            Kind::PathChanged => &self.changes,
            _ => &[],
        };
        self.kinds[event.kind as usize]
            || text(event.text)
            || names().into_iter().any(|name| name != TextId::NONE && text(name))
            || details.get(usize::from(event.detail)).copied().unwrap_or(false)
            || (event.kind == Kind::PathChanged
                && event.detail == PathChange::Renamed as u8
                && text(TextId(event.amount)))
    }
}
