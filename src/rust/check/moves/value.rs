//! A function that comes to its end without the value it promises.

use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{Block, Expr, Function, Kind, Program, Statement};

/// Says so of a body that ends without a value. `gives`: where the type is written; `comes_back`:
/// whether its end is reached.
pub(super) fn no_value(
    program: &Program,
    function: &Function,
    body: &Block,
    gives: Span,
    comes_back: bool,
) -> Option<Diagnostic> {
    let ty = program.text(gives);
    match &body.tail {
        None if comes_back => {
            let label = format!("expected `{ty}`, found `()`");
            let name = &function.name;
            let diagnostic =
                Diagnostic::wrong(gives, "mismatched types").code("E0308").label(label);
            Some(match spare_semicolon(program, body) {
                Some(at) => diagnostic
                    .note(at, "this semicolon makes nothing of the value")
                    .hint("remove the semicolon to return the value"),
                None if ty.starts_with("Result<()") => {
                    diagnostic.hint("end the body with `Ok(())`")
                }
                None => diagnostic
                    .hint(format!("`{name}` comes to its end without a value: put one there")),
            })
        }
        None => None,
        Some(tail) => unit_tail(tail, gives, ty),
    }
}

/// A last expression that has no value on some way.
fn unit_tail(tail: &Expr, gives: Span, ty: &str) -> Option<Diagnostic> {
    let because = "expected because of this return type";
    match &tail.kind {
        Kind::Temps(_, value) => unit_tail(value, gives, ty),
        Kind::If(branches) if branches.otherwise.is_none() => {
            let message = "`if` may be missing an `else` clause";
            let label = format!("expected `{ty}`, found `()`");
            let diagnostic = Diagnostic::wrong(tail.span, message).code("E0317").label(label);
            let diagnostic = diagnostic.note(gives, because);
            Some(diagnostic.hint("without `else` it has no value: add one that gives the other"))
        }
        Kind::If(branches) => {
            let otherwise = branches.otherwise.as_ref()?;
            unit_tail(&branches.then, gives, ty).or_else(|| unit_tail(otherwise, gives, ty))
        }
        Kind::Match(tree) => tree.arms.iter().find_map(|arm| unit_tail(&arm.body, gives, ty)),
        Kind::Block(block) if block.label.is_none() => match &block.tail {
            Some(tail) => unit_tail(tail, gives, ty),
            None => comes_back(block).then(|| found_unit(tail, gives, ty)),
        },
        _ if tail.is_unit() => Some(found_unit(tail, gives, ty)),
        _ => None,
    }
}

fn found_unit(tail: &Expr, gives: Span, ty: &str) -> Diagnostic {
    Diagnostic::wrong(tail.span, "mismatched types")
        .code("E0308")
        .label(format!("expected `{ty}`, found `()`"))
        .note(gives, "expected because of this return type")
        .hint("put the value at its end")
}

/// Whether the end of a block is certainly reached: it only prints and assigns.
fn comes_back(block: &Block) -> bool {
    let plain = |expr: &Expr| match &expr.kind {
        Kind::Temps(_, value) => matches!(value.kind, Kind::Print(..)),
        kind => matches!(kind, Kind::Print(..) | Kind::Assign(..) | Kind::AssignWith(..)),
    };
    block.statements.iter().all(|statement| match statement {
        Statement::Expr(expr) => plain(expr),
        _ => false,
    })
}

/// The semicolon behind what would be the value.
fn spare_semicolon(program: &Program, body: &Block) -> Option<Span> {
    let Some(Statement::Expr(last)) = body.statements.last() else { return None };
    let value = match &last.kind {
        Kind::Temps(_, value) => value,
        _ => last,
    };
    let kept = match &value.kind {
        Kind::Discard(value) => value,
        _ => value,
    };
    let is_value = matches!(
        kept.kind,
        Kind::Arithmetic(..)
            | Kind::Compare(..)
            | Kind::Int(_)
            | Kind::Use(..)
            | Kind::Object(_)
            | Kind::Format(_)
            | Kind::CallBuiltin(crate::rust::library::builtin::Builtin::Ok, _)
    );
    let (start, end) = (last.span.end, last.span.end + 1);
    let semicolon = Span { start, end, line: 0, column: 0 };
    if !is_value || program.text(semicolon) != ";" {
        return None;
    }
    // On the line of its value, which may have begun on another one.
    let before = &program.source[..start as usize];
    let line = before.matches('\n').count() as u32 + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() as u32 + 1;
    Some(Span { line, column, ..semicolon })
}
