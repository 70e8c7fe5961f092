//! The playground's language, a subset of Rust: parse, check, run over real guards.
//!
//! The way of a program, in one line: source text → tokens, checked for depth (`nesting`) → `syn` tree
//! → lowered once (`lower`) to a form of our own (`ir`), with what `rustc` would refuse reported →
//! evaluated (`eval`) on a `machine`, whose values are the real guards, whose scopes are frames of
//! the real stack and whose panics are panics.
//!
//! This room knows nothing of pages, and reaches nothing but the virtual world.

#![allow(clippy::result_large_err, reason = "a diagnostic is made at most a few times in a run")]

mod adaptors;
mod aggregates;
mod bind;
mod builtin;
mod calls;
mod compare;
mod control;
mod default;
mod diagnostic;
mod directives;
mod eval;
mod failures;
mod format;
mod functions;
mod hook;
mod ir;
mod iterate;
mod known;
mod library_error;
pub mod limits;
mod lower;
mod machine;
mod manual;
mod maps;
mod methods;
mod moves;
mod nesting;
mod number;
mod operators;
mod overloaded;
mod own;
mod place;
mod run;
mod scope;
mod shape;
mod syntax;
mod target;
mod types;
mod value;
mod wide;

use std::rc::Rc;
use std::str::FromStr;

pub use diagnostic::{Category, Diagnostic, Span};
pub use directives::Directives;
pub use machine::Watch;
pub use run::{Outcome, Run};

use crate::guard::beginning;
use crate::journal::Beginning;
use crate::world::{Disk, World};

use diagnostic::Lines;

/// A program that can be run, as often as one likes.
pub struct Program {
    lowered: Rc<ir::Program>,
    directives: Directives,
    /// Left by another program; none for the files that the directives name.
    disk: Option<Disk>,
    file: Rc<str>,
}

/// What is to be said about a program without running it; nothing if it can be run.
pub fn check(source: &str) -> Vec<Diagnostic> {
    compile(source).err().unwrap_or_default()
}

/// Makes a program of a source.
///
/// # Errors
///
/// Everything that `rustc` would refuse and that can be seen without running, what the playground
/// does not run, and caps that the source alone exceeds. In the order of the source.
pub fn compile(source: &str) -> Result<Program, Vec<Diagnostic>> {
    let lines = Lines::new(source);
    let compiled = compile_lines(source, &lines);
    // The places of all tokens are kept by the thread until it is told to forget them, which would
    // grow with each keystroke.
    proc_macro2::extra::invalidate_current_thread_spans();
    compiled
}

fn compile_lines(source: &str, lines: &Lines<'_>) -> Result<Program, Vec<Diagnostic>> {
    nesting::check_source(source, lines).map_err(|diagnostic| vec![diagnostic])?;
    let (directives, mut diagnostics) = Directives::of(source);
    let tokens = proc_macro2::TokenStream::from_str(source)
        .map_err(|error| vec![syntax::lexical(lines, error.span().byte_range().start)])?;
    nesting::check_tokens(&tokens, lines).map_err(|diagnostic| vec![diagnostic])?;
    let file: syn::File = syn::parse2(tokens).map_err(|error| syntax::parse(lines, &error))?;
    let (lowered, wrong) = lower::lower(&file, lines);
    diagnostics.extend(moves::check(&lowered, &wrong));
    diagnostics.extend(wrong);
    if diagnostics.is_empty() {
        let file = "main.rs".into();
        return Ok(Program { lowered: Rc::new(lowered), directives, disk: None, file });
    }
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
    diagnostics.dedup();
    diagnostics.truncate(limits::MAX_DIAGNOSTICS);
    Err(diagnostics)
}

impl Program {
    /// The same program, with the name its file has in messages (`main.rs` otherwise).
    #[must_use]
    pub fn named(self, file: &str) -> Self {
        Self { file: file.into(), ..self }
    }

    /// The same program, on a disk that another one has left instead of one with the files that its
    /// directives name. Limits and faults are as the directives say, and count anew.
    #[must_use]
    pub fn on(self, disk: Option<Disk>) -> Self {
        Self { disk, ..self }
    }

    /// A world as the program finds it.
    pub fn world(&self) -> World {
        self.directives.world(self.disk.as_ref())
    }

    /// What the program finds when it begins: what a replay has to know beside the journal.
    pub fn beginning(&self) -> Beginning {
        beginning(&self.world())
    }

    /// What its `//@` lines say.
    pub fn directives(&self) -> &Directives {
        &self.directives
    }
}

#[cfg(test)]
mod tests;
