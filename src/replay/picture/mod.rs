//! The timeline in pixels: what is in view, culled and gathered, ready for a canvas.
//!
//! There is one way of drawing for ten events and for a million: it goes through the columns of
//! pixels, not through the events.

mod draw;
mod tracks;

use crate::journal::Way;

use super::NEVER;
use super::axis::Axis;
use super::marks::Marks;
use super::scopes::Scope;

pub(crate) use tracks::{Tracks, lane_of};

/// Scopes nested deeper than this are not drawn.
pub const DEPTHS_DRAWN: u32 = 32;

/// The part of the timeline to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// What positions mean.
    pub axis: Axis,
    /// The position at the left edge.
    pub from: f64,
    /// The position at the right edge; must be greater, or nothing is drawn.
    pub to: f64,
    /// The width in pixels.
    pub width: u32,
    /// The first lane to draw.
    pub first_lane: usize,
    /// How many lanes to draw, as far as there are that many.
    pub lanes: usize,
    /// The last step to draw: the picture is that of a journal that ends there, on the axis and the
    /// lanes of the whole run. Nothing for all steps.
    pub until: Option<usize>,
}

/// What to draw, in columns that become typed arrays. All x are pixels from the left edge,
/// 0 to the width. What has not ended by the last step drawn goes up to there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// Resources, on lanes.
    pub bars: Bars,
    /// Events of the resources, on the same lanes.
    pub marks: Marks,
    /// Events that concern no resource; their lane is [`NO_LANE`].
    pub ruler: Marks,
    /// Scopes, across all lanes.
    pub scopes: Bands,
    /// Errors and panics on their way, across all lanes.
    pub phases: Phases,
}

/// The lane of what lies on none.
pub const NO_LANE: u32 = u32::MAX;

/// Parts of resources' lives. A lane's single parts come in order of time; the runs in which those
/// narrower than a pixel are gathered come after them, to be drawn on top.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bars {
    /// Left ends.
    pub x0: Vec<f32>,
    /// Right ends; at least the left end, and possibly no more than that.
    pub x1: Vec<f32>,
    /// Indexes into [`Replay::lanes`](crate::replay::Replay::lanes).
    pub lane: Vec<u32>,
    /// Codes of [`BarState`]; of a run, the worst in it.
    pub state: Vec<u32>,
    /// The [`ResourceId`](crate::journal::ResourceId); of a run, the last of the worst.
    pub resource: Vec<u32>,
    /// How many resources are gathered; 1 for a single part.
    pub count: Vec<u32>,
    /// Bits of [`BarFlags`].
    pub flags: Vec<u32>,
}

/// The state of a resource for a part of its life, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum BarState {
    /// The acquisition is tried.
    Acquiring,
    /// The clean-up runs, for a good reason.
    Closing,
    /// It is open.
    Open,
    /// The clean-up runs while an error travels.
    ClosingOnError,
    /// The clean-up runs because of a panic.
    Unwinding,
    /// The acquisition or the clean-up fails.
    Failed,
    /// It is open and its guard will never close it.
    Forgotten,
    /// It is open and the program is over.
    Leaked,
}

impl BarState {
    /// Every state, in the order of its code.
    pub const ALL: [BarState; 8] = [
        Self::Acquiring,
        Self::Closing,
        Self::Open,
        Self::ClosingOnError,
        Self::Unwinding,
        Self::Failed,
        Self::Forgotten,
        Self::Leaked,
    ];
}

/// The bits of [`Bars::flags`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarFlags;

impl BarFlags {
    /// A run of resources narrower than a pixel; no other bit is set.
    pub const RUN: u32 = 1;
    /// The resource's first part.
    pub const FIRST: u32 = 2;
    /// The resource's last part, at whose end it is gone.
    pub const LAST: u32 = 4;
    /// The world closed the resource in the end.
    pub const REAPED: u32 = 8;
    /// Bytes were lost with it.
    pub const LOST_BYTES: u32 = 16;
    /// It goes on to the left of the view.
    pub const CUT_LEFT: u32 = 32;
    /// It goes on to the right of the view, or after the last step drawn.
    pub const CUT_RIGHT: u32 = 64;
}

/// Parts of scopes' lives, gathered as bars are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bands {
    /// Left ends.
    pub x0: Vec<f32>,
    /// Right ends.
    pub x1: Vec<f32>,
    /// How deep the scope is nested, from 0; less than [`DEPTHS_DRAWN`].
    pub depth: Vec<u32>,
    /// Codes of [`BandState`]; of a run, the worst in it.
    pub state: Vec<u32>,
    /// The [`ScopeId`](crate::journal::ScopeId); of a run, the last of the worst.
    pub scope: Vec<u32>,
    /// How many scopes are gathered; 1 for a single part.
    pub count: Vec<u32>,
}

/// The state of a scope for a part of its life, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum BandState {
    /// Its statements run.
    Running,
    /// It is being left past its last statement.
    Ending,
    /// It is being left by `return`, `break` or `continue`.
    LeavingEarly,
    /// It is being left by `?`.
    LeavingOnError,
    /// A panic leaves it.
    Unwinding,
}

impl BandState {
    /// Every state, in the order of its code.
    pub const ALL: [BandState; 5] =
        [Self::Running, Self::Ending, Self::LeavingEarly, Self::LeavingOnError, Self::Unwinding];

    /// The state of a scope that is being left by a way, where that is known.
    fn by(way: Option<Way>) -> Self {
        match way {
            None | Some(Way::End) => Self::Ending,
            Some(Way::Return | Way::Break | Way::Continue) => Self::LeavingEarly,
            Some(Way::Question) => Self::LeavingOnError,
            Some(Way::Panic) => Self::Unwinding,
        }
    }

    /// The worst state in a scope's life.
    fn worst(scope: &Scope) -> Self {
        if scope.left_from() == NEVER { Self::Running } else { Self::by(scope.way) }
    }
}

/// Times for which an error or a panic is on its way. Those narrower than a pixel are gathered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Phases {
    /// Left ends.
    pub x0: Vec<f32>,
    /// Right ends.
    pub x1: Vec<f32>,
    /// 0 for an error, 1 for a panic.
    pub traveller: Vec<u32>,
    /// How many are gathered.
    pub count: Vec<u32>,
}
