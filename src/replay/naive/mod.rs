//! The slow and obvious twins: a moment folded from the beginning, a picture from each event.

mod moment;
mod picture;

pub(crate) use moment::moment;
pub(crate) use picture::picture;
