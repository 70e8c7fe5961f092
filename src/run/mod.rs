//! What every language needs to run a program: the program with its settings, the caps, diagnostics, the
//! watch, and the result of a run. It knows no language.

#![allow(clippy::result_large_err, reason = "a diagnostic is made at most a few times in a run")]

mod death;
pub(crate) mod diagnostic;
mod directives;
pub mod limits;
mod program;
mod settings;

pub use death::{DiedOf, reap, stopped};
pub use diagnostic::{Category, Diagnostic, Span};
pub use directives::Directives;
pub use program::{Outcome, Program, Run, Watch};
pub use settings::{SETTINGS_LISTED, Setting, settings};

pub(crate) use death::STATUS_ABORTED;
pub(crate) use program::{Ending, Executable};
