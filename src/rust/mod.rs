//! The Rust front end: parse, check, run over real guards.
//!
//! The way of a program, in one line: source text → tokens, checked for depth (`syntax`) → `syn` tree
//! → lowered once (`lower`) to a form of our own (`ir`), with what `rustc` would refuse reported
//! (`check`) → evaluated (`eval`) on a machine, whose values (`value`) are the real guards, whose scopes
//! are frames of the real stack and whose panics are panics.
//!
//! This module knows nothing of pages, and reaches nothing but the virtual world.

#![allow(clippy::result_large_err, reason = "a diagnostic is made at most a few times in a run")]

mod check;
mod eval;
mod ir;
mod library;
mod lower;
mod syntax;
mod value;

use std::rc::Rc;
use std::str::FromStr;

use crate::run::diagnostic::{Diagnostic, Lines};
use crate::run::{Directives, Program, limits};

/// The diagnostics of a program, found without running it; empty if it can be run.
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
    syntax::nesting::check_source(source, lines).map_err(|diagnostic| vec![diagnostic])?;
    let (directives, mut diagnostics) = Directives::of(source);
    let tokens = proc_macro2::TokenStream::from_str(source)
        .map_err(|error| vec![syntax::broken::lexical(lines, error.span().byte_range().start)])?;
    syntax::nesting::check_tokens(&tokens, lines).map_err(|diagnostic| vec![diagnostic])?;
    let file: syn::File =
        syn::parse2(tokens).map_err(|error| syntax::broken::parse(lines, &error))?;
    let (defs, collected) = check::defs::Defs::of(&file.items);
    let types = check::infer::Types::of(&defs, &collected);
    let (lowered, wrong) = lower::lower(&file, lines, lower::Known { defs: &defs, types: &types });
    let wrong = check::verdict::settle(wrong, &types, lines);
    diagnostics.extend(check::moves::check(&lowered, &wrong));
    diagnostics.extend(wrong);
    diagnostics.extend(check::items::check(&file.items, &defs, lines));
    let missed = check::verdict::missed(&diagnostics, &types, &defs, lines);
    diagnostics.extend(missed);
    defs.close();
    if diagnostics.is_empty() {
        return Ok(Program::new(Rc::new(eval::run::Lowered(Rc::new(lowered))), directives));
    }
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
    diagnostics.dedup();
    diagnostics.truncate(limits::MAX_DIAGNOSTICS);
    Err(diagnostics)
}

#[cfg(test)]
mod tests;
