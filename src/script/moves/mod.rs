//! Use after move, and before the first value, seen before anything runs: the flow of a function is
//! followed as `rustc` follows it. What may have been moved on some way to a use counts as moved; a
//! loop is followed twice.
//!
//! Only what is known to move is looked at: a value of a type that is not known is left to the run,
//! which meets the hole itself.

mod flow;
mod gone;
mod report;
mod value;

use self::flow::Flow;
use super::diagnostic::Diagnostic;
use super::ir::{Function, Program};

/// Reports every use of a variable that may have no value by then, in the order of the source.
pub(super) fn check(program: &Program) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for function in &program.functions {
        check_function(program, function, &mut found);
    }
    found.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
    found.dedup();
    found
}

fn check_function(program: &Program, function: &Function, found: &mut Vec<Diagnostic>) {
    let mut flow = Flow::new(program, function);
    flow.body();
    found.append(&mut flow.found);
}
