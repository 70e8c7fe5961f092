//! What a `match` or `if let` hands on of what it takes apart: `Ok(n) => n` gives what is wanted of the
//! whole to the value within.

use std::rc::Rc;

use syn::{Expr as Tree, Pat, Stmt};

use crate::rust::check::types::Ty;

/// The type that the value is wanted to have which a pattern takes apart, if its branch hands on what is
/// in it.
pub(super) fn wanted_of(pat: &Pat, body: &Tree, wanted: &Ty) -> Option<Ty> {
    let Pat::TupleStruct(pat) = pat else { return None };
    let (Some(Pat::Ident(variable)), 1) = (pat.elems.first(), pat.elems.len()) else {
        return None;
    };
    let inner = match alone(body) {
        Tree::Path(path) if path.path.is_ident(&variable.ident) => wanted.clone(),
        Tree::Call(call) => {
            let (Some(Tree::Path(given)), 1) = (call.args.first(), call.args.len()) else {
                return None;
            };
            if !given.path.is_ident(&variable.ident) {
                return None;
            }
            match (&*call.func, wanted) {
                (Tree::Path(path), Ty::Result(inner, _)) if path.path.is_ident("Ok") => {
                    (**inner).clone()
                }
                (Tree::Path(path), Ty::Option(inner)) if path.path.is_ident("Some") => {
                    (**inner).clone()
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    if matches!(inner, Ty::Unknown) {
        return None;
    }
    match pat.path.segments.last()?.ident.to_string().as_str() {
        "Ok" => Some(Ty::Result(Rc::new(inner), Rc::default())),
        "Some" => Some(Ty::option(inner)),
        _ => None,
    }
}

/// An expression without brackets around it.
fn alone(tree: &Tree) -> &Tree {
    match tree {
        Tree::Paren(inner) => alone(&inner.expr),
        Tree::Block(block) => match &block.block.stmts[..] {
            [Stmt::Expr(inner, None)] => alone(inner),
            _ => tree,
        },
        tree => tree,
    }
}
