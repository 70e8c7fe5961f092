//! Use after move, and before the first value, seen before anything runs: the flow of a function is
//! followed as `rustc` follows it. What may have been moved on some way to a use counts as moved; a
//! loop is followed twice.
//!
//! Only what is known to move is looked at: a value of a type that is not known is left to the run,
//! which meets the hole itself.

mod flow;
mod move_state;
mod report;
mod value;

use self::flow::Flow;
use crate::run::diagnostic::Diagnostic;
use crate::rust::ir::Program;

/// Reports every use of a variable that may have no value by then. A function that something else is
/// wrong with is left out: its flow is not known.
pub(in crate::rust) fn check(program: &Program, wrong: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for function in &program.functions {
        let lines = function.scope.first_line..=function.scope.last_line;
        if wrong.iter().all(|diagnostic| !lines.contains(&diagnostic.span.line)) {
            let mut flow = Flow::new(program, function);
            flow.body();
            found.append(&mut flow.found);
        }
    }
    found
}
