//! The timeline's picture as typed arrays, and what its codes stand for.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::journal::Kind;
use crate::replay::{self, BandState, BarState, MarkKind};

/// Declares a table of columns that JavaScript reads as typed arrays.
macro_rules! columns {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[wasm_bindgen(getter_with_clone)]
        #[derive(Clone)]
        #[allow(missing_docs, reason = "the columns are those of the struct of that name in `replay`")]
        pub struct $name { $(pub $field: Vec<$type>,)* }

        impl From<replay::$name> for $name {
            fn from(columns: replay::$name) -> Self {
                Self { $($field: columns.$field,)* }
            }
        }
    };
}

columns! {
    /// Parts of resources' lives.
    Bars { x0: f32, x1: f32, lane: u32, state: u32, resource: u32, count: u32, flags: u32, }
}

columns! {
    /// Events.
    Marks { x: f32, lane: u32, kind: u32, count: u32, step: u32, }
}

columns! {
    /// Parts of scopes' lives.
    Bands { x0: f32, x1: f32, depth: u32, state: u32, scope: u32, count: u32, }
}

columns! {
    /// Errors and panics on their way.
    Phases { x0: f32, x1: f32, traveller: u32, count: u32, }
}

/// What to draw.
#[wasm_bindgen(getter_with_clone)]
pub struct Picture {
    /// Resources, on lanes.
    pub bars: Bars,
    /// Events of the resources, on the same lanes.
    pub marks: Marks,
    /// Events that concern no resource.
    pub ruler: Marks,
    /// Scopes, across all lanes.
    pub scopes: Bands,
    /// Errors and panics on their way, across all lanes.
    pub phases: Phases,
}

impl From<replay::Picture> for Picture {
    fn from(picture: replay::Picture) -> Self {
        Self {
            bars: picture.bars.into(),
            marks: picture.marks.into(),
            ruler: picture.ruler.into(),
            scopes: picture.scopes.into(),
            phases: picture.phases.into(),
        }
    }
}

/// What the codes in a picture stand for: each list is in the order of its codes.
#[derive(Serialize, Tsify)]
pub struct Legend {
    /// States of bars.
    pub bars: Vec<&'static str>,
    /// States of bands.
    pub bands: Vec<&'static str>,
    /// The kinds of events that marks stand for.
    pub marks: Vec<&'static str>,
    /// What travels in a phase.
    pub phases: Vec<&'static str>,
}

impl Legend {
    pub(super) fn new() -> Self {
        let kind = |mark| Kind::ALL.iter().find(|kind| MarkKind::of(**kind) == Some(mark));
        Self {
            bars: BarState::ALL.into_iter().map(bar).collect(),
            bands: BandState::ALL.into_iter().map(band).collect(),
            marks: MarkKind::ALL
                .iter()
                .map(|mark| kind(*mark).map_or("", |kind| kind.name()))
                .collect(),
            phases: vec!["error", "panic"],
        }
    }
}

fn bar(state: BarState) -> &'static str {
    match state {
        BarState::Acquiring => "acquiring",
        BarState::Closing => "closing",
        BarState::Open => "open",
        BarState::ClosingOnError => "closing-on-error",
        BarState::Unwinding => "unwinding",
        BarState::Failed => "failed",
        BarState::Forgotten => "forgotten",
        BarState::Leaked => "leaked",
    }
}

fn band(state: BandState) -> &'static str {
    match state {
        BandState::Running => "running",
        BandState::Ending => "ending",
        BandState::LeavingEarly => "leaving-early",
        BandState::LeavingOnError => "leaving-on-error",
        BandState::Unwinding => "unwinding",
    }
}
