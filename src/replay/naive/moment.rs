//! A moment, folded from the beginning.

use std::collections::BTreeMap;

use crate::journal::{
    Ending, Event, Journal, Kind, PathChange, ResourceId, ResourceKind, TextId, Way,
};
use crate::replay::*;

/// What the fold knows of a resource.
#[derive(Clone)]
struct Held {
    state: HandleState<'static>,
    name: TextId,
    owner: TextId,
    buffer: Vec<u8>,
    node: u32,
    ending: Option<Ending>,
}

/// A moment by going through every event up to the step.
pub(crate) fn moment<'a>(
    journal: &'a Journal,
    initial: &[InitialFile],
    step: usize,
    like: &Moment<'a>,
) -> Moment<'a> {
    let events = &journal.events()[..step];
    let mut held: BTreeMap<ResourceId, Held> = BTreeMap::new();
    let mut closed = Vec::new();
    let mut scopes: Vec<ScopeState<'a>> = Vec::new();
    let mut nodes: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    let mut paths: BTreeMap<String, (u32, bool)> = BTreeMap::new();
    for file in initial {
        nodes.insert(file.node, file.bytes.clone());
        paths.insert(file.path.trim_matches('/').to_owned(), (file.node, file.directory));
    }
    let (mut output, mut exit) = (0, None);
    for (index, event) in events.iter().enumerate() {
        let text = journal.text(event.text);
        match event.kind {
            Kind::Acquiring => {
                held.insert(event.resource, begin(event, index + 1));
            }
            Kind::ScopeEntered => scopes.push(ScopeState {
                scope: event.scope,
                label: text,
                line: event.line,
                progress: Progress::Running,
            }),
            Kind::ScopeLeaving | Kind::Unwinding => {
                let scope = scopes.iter_mut().find(|scope| scope.scope == event.scope).unwrap();
                scope.progress = if event.kind == Kind::Unwinding {
                    Progress::Unwinding
                } else {
                    Progress::Leaving(Way::from_code(event.detail).unwrap())
                };
            }
            Kind::ScopeLeft => scopes.retain(|scope| scope.scope != event.scope),
            Kind::Output => output += text.len() as u64,
            Kind::Exited => {
                exit = Some(ExitState {
                    exit: crate::journal::Exit::from_code(event.detail).unwrap(),
                    status: event.amount as i32,
                    text,
                });
            }
            Kind::PathChanged => match PathChange::from_code(event.detail).unwrap() {
                PathChange::DirectoryCreated => {
                    paths.insert(text.to_owned(), (event.at, true));
                }
                PathChange::Removed => {
                    paths.remove(text).unwrap();
                }
                PathChange::Renamed => {
                    let file = paths.remove(text).unwrap();
                    paths.insert(journal.text(TextId(event.amount)).to_owned(), file);
                }
            },
            Kind::Acquired => {
                if event.detail & crate::journal::OpenMode::CREATED != 0 {
                    paths.insert(text.to_owned(), (event.amount, false));
                    nodes.insert(event.amount, Vec::new());
                }
                if event.detail & crate::journal::OpenMode::TRUNCATED != 0 {
                    nodes.insert(event.amount, Vec::new());
                }
                let resource = held.get_mut(&event.resource).unwrap();
                resource.node = event.amount;
                resource.state.handle = event.at;
                resource.state.mode = event.detail;
                resource.state.since = index + 1;
                resource.state.opened = event.time;
                resource.state.state = HandleCondition::Open;
            }
            Kind::AcquisitionFailed => {
                held.remove(&event.resource).unwrap();
            }
            Kind::Written => {
                let buffer = &mut held.get_mut(&event.resource).unwrap().buffer;
                buffer.extend(journal.bytes(event));
            }
            Kind::Flushed => {
                let resource = held.get_mut(&event.resource).unwrap();
                let flushed: Vec<u8> = resource.buffer.drain(..event.amount as usize).collect();
                let file = nodes.get_mut(&resource.node).unwrap();
                let (start, end) = (event.at as usize, event.at as usize + flushed.len());
                file.resize(file.len().max(end), 0);
                file[start..end].copy_from_slice(&flushed);
            }
            Kind::Bound => held.get_mut(&event.resource).unwrap().owner = event.text,
            Kind::Forgotten => {
                let resource = held.get_mut(&event.resource).unwrap();
                resource.state.state = HandleCondition::Forgotten;
                resource.owner = TextId::NONE;
            }
            Kind::CleanUpStarted => {
                let resource = held.get_mut(&event.resource).unwrap();
                resource.state.state = HandleCondition::CleaningUp;
                resource.ending = Ending::from_code(event.detail);
            }
            Kind::Leaked => {
                held.get_mut(&event.resource).unwrap().state.state = HandleCondition::Leaked;
            }
            Kind::Released | Kind::ReleaseFailed | Kind::Reaped => {
                let resource = held.remove(&event.resource).unwrap();
                let failed = event.kind == Kind::ReleaseFailed;
                let by_world = event.kind == Kind::Reaped;
                closed.push(ClosedHandle {
                    resource: event.resource,
                    kind: resource.state.kind,
                    name: journal.text(resource.name),
                    handle: resource.state.handle,
                    line: resource.state.line,
                    step: index + 1,
                    opened: resource.state.opened,
                    duration: event.time - resource.state.opened,
                    by: if by_world {
                        ClosedBy::World
                    } else {
                        ClosedBy::Guard(resource.ending.unwrap())
                    },
                    error: failed.then_some(text),
                    lost: if failed || by_world { event.amount } else { 0 },
                });
            }
            _ => {}
        }
    }
    let time = events.last().map_or(0, |event| event.time);
    let open = held.values().filter(|held| held.state.state != HandleCondition::Acquiring).count();
    let handle = |held: Held| HandleState {
        name: journal.text(held.name),
        owner: Some(journal.text(held.owner)).filter(|owner| !owner.is_empty()),
        buffered: held.buffer.len() as u32,
        duration: time - held.state.opened,
        ..held.state
    };
    let file = |(path, (node, directory)): (String, (u32, bool))| {
        let bytes = nodes.get(&node).cloned().unwrap_or_default();
        FileState { path, directory, size: bytes.len() as u32, bytes }
    };
    let closed_so_far = closed.len();
    Moment {
        step,
        time,
        kind: events.last().map(|event| event.kind),
        what: like.what.clone(),
        line: events.last().map_or(0, |event| event.line),
        resource: events.last().map_or(ResourceId::NONE, |event| event.resource),
        scopes,
        handles: held.into_values().map(handle).collect(),
        open,
        closed: closed.into_iter().rev().take(CLOSED_LISTED).collect(),
        closed_so_far,
        files: paths.into_iter().map(file).collect(),
        more_files: false,
        // What travels is pinned case by case, beside the rule.
        travelling: like.travelling.clone(),
        output,
        exit,
    }
}

fn begin(event: &Event, step: usize) -> Held {
    Held {
        state: HandleState {
            resource: event.resource,
            kind: ResourceKind::from_code(event.detail).unwrap(),
            name: "",
            handle: 0,
            mode: 0,
            owner: None,
            line: event.line,
            since: step,
            opened: event.time,
            duration: 0,
            buffered: 0,
            state: HandleCondition::Acquiring,
        },
        name: event.text,
        owner: TextId::NONE,
        buffer: Vec::new(),
        node: 0,
        ending: None,
    }
}
