//! What is said about a use of something that has no value.

use std::rc::Rc;

use super::flow::Flow;
use super::move_state::{Gone, Why};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{Declared, Owning};

/// What is done with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Read,
    Borrow,
    /// A part of it gets a value.
    Assign,
    /// A closure names it there; by value, or by reference.
    Capture {
        used: Span,
        takes: bool,
    },
}

impl Use {
    /// As a noun and as a participle.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Read | Self::Capture { takes: true, .. } => ("use", "used"),
            Self::Borrow | Self::Capture { takes: false, .. } => ("borrow", "borrowed"),
            Self::Assign => ("assign to part", "partially assigned"),
        }
    }
}

/// Reports a use of `path`, which begins at a variable, of which something is gone.
pub(super) fn report(
    flow: &Flow<'_>,
    declared: &Declared,
    gone: &Gone,
    at: Span,
    path: &[Rc<str>],
    kind: Use,
) -> Diagnostic {
    if let Why::Unset { on_some_ways } = gone.why {
        return unset(declared, on_some_ways, at);
    }
    let partial = !path.starts_with(&gone.path);
    let named = name(&declared.name, if partial { path } else { &gone.path });
    let lost = name(&declared.name, &gone.path);
    let (noun, participle) = kind.words();
    let partially = if partial { "partially " } else { "" };
    let at = match kind {
        Use::Capture { .. } => closure_head(flow, at),
        _ => at,
    };
    let mut diagnostic =
        Diagnostic::wrong(at, format!("{noun} of {partially}moved value: `{named}`")).code("E0382");
    let again = gone.turn_before.filter(|_| gone.at == at);
    let partial_move = if partial { "partial move" } else { "move" };
    diagnostic = match again {
        Some(_) => diagnostic.label("value moved here, in previous iteration of loop"),
        None => diagnostic.label(format!("value {participle} here after {partial_move}")),
    };
    if gone.path.is_empty()
        && let Some(because) = because(&declared.name, &declared.ty)
    {
        diagnostic = diagnostic.note(declared.span, because);
    }
    if let Some(head) = gone.turn_before {
        diagnostic = diagnostic.note(head, "inside of this loop");
    }
    diagnostic = moved(flow, diagnostic, gone, &lost, partially, again.is_some());
    if let Use::Capture { used, takes: false } = kind {
        diagnostic = diagnostic.note(used, "borrow occurs due to use in closure");
    }
    let hint = hint(declared, gone, &lost);
    diagnostic.hint(hint)
}

/// Shows where it went, and why.
fn moved(
    flow: &Flow<'_>,
    diagnostic: Diagnostic,
    gone: &Gone,
    lost: &str,
    partially: &str,
    again: bool,
) -> Diagnostic {
    let plain = match part_type(flow, gone).and_then(|ty| because(lost, &ty)) {
        Some(because) => format!("value {partially}moved here: {because}"),
        None => format!("value {partially}moved here"),
    };
    let before = if gone.turn_before.is_some() { ", in previous iteration of loop" } else { "" };
    match gone.why {
        Why::Method(name, takes) => {
            let text = format!("`{lost}` moved due to this method call{before}");
            let diagnostic = diagnostic.note(name, text);
            let Some(takes) = takes else { return diagnostic };
            diagnostic.note(takes, format!("the method takes its receiver, and so moves `{lost}`"))
        }
        Why::Iterated => {
            let text =
                format!("`{lost}` moved due to this implicit call to `.into_iter()`{before}");
            diagnostic.note(gone.at, text)
        }
        Why::Asked => diagnostic.note(gone.at, format!("`?` takes `{lost}` apart{before}")),
        Why::Captured(used) => diagnostic
            .note(closure_head(flow, gone.at), format!("value moved into closure here{before}"))
            .note(used, "variable moved due to use in closure"),
        Why::Called(used) => diagnostic
            .note(gone.at, format!("`{lost}` moved due to this call{before}"))
            .note(used, "the closure gives this away, and so can be called only once"),
        Why::Given(_) | Why::Moved | Why::Dropped | Why::Matched | Why::Unset { .. } => {
            let shown = if again { diagnostic } else { diagnostic.note(gone.at, plain + before) };
            match gone.why {
                Why::Given(span) => shown.note(span, "this parameter takes ownership of the value"),
                _ => shown,
            }
        }
    }
}

/// Why moving it made no copy.
fn because(name: &str, ty: &str) -> Option<String> {
    let is_known = ty.chars().any(char::is_alphanumeric);
    is_known.then(|| {
        format!(
            "move occurs because `{name}` has type `{ty}`, which does not implement the `Copy` trait"
        )
    })
}

/// The type of the part of a variable that was moved.
fn part_type(flow: &Flow<'_>, gone: &Gone) -> Option<Rc<str>> {
    if gone.path.is_empty() {
        return None;
    }
    let mut reads = flow.function.field_types.iter();
    if let Some((_, ty)) = reads.find(|(span, _)| *span == gone.at) {
        return Some(Rc::clone(ty));
    }
    // A pattern's variable has the type of what it took.
    let mut bound = flow.function.declared.iter();
    bound.find(|declared| declared.span == gone.at).map(|declared| Rc::clone(&declared.ty))
}

/// The parameters of a closure, with the word before them.
fn closure_head(flow: &Flow<'_>, closure: Span) -> Span {
    let text = flow.program.text(closure);
    let ends = text.match_indices('|').nth(1).map_or(text.len(), |(at, bar)| at + bar.len());
    Span { end: closure.start + ends as u32, ..closure }
}

/// A variable and a way through its fields, as one writes it.
fn name(variable: &str, path: &[Rc<str>]) -> String {
    // A part of a variant is known by the variant, too; that is not written.
    let fields = path.iter().map(|field| field.rsplit('.').next().unwrap_or(field));
    std::iter::once(variable).chain(fields).collect::<Vec<_>>().join(".")
}

/// A way out.
fn hint(declared: &Declared, gone: &Gone, lost: &str) -> String {
    let variable = &declared.name;
    let in_loop = gone.turn_before.is_some();
    match (&gone.why, declared.owning) {
        (Why::Called(_), _) => {
            "let the closure borrow what it now gives away, or make one for each call".into()
        }
        (Why::Dropped, _) if !in_loop => {
            format!(
                "`drop` ends `{lost}`: call it after the last use, or leave it to the scope's end"
            )
        }
        (Why::Iterated, _) => format!("go over `&{lost}` to keep what is in it"),
        (Why::Matched, _) => {
            format!("match on `&{variable}`, so that the pattern borrows what it finds")
        }
        (Why::Asked, _) => "use what `?` gave instead, or look at it before".into(),
        (Why::Method(..), _) if is_option(declared) => {
            format!("`{lost}.as_ref()` lends what is inside")
        }
        (Why::Method(..) | Why::Captured(_), Owning::Counted) | (_, Owning::Counted) => {
            format!("one more owner is cheap: give away `Rc::clone(&{lost})`")
        }
        (_, Owning::Guard) if in_loop => {
            "a resource has one owner: open one in each turn of the loop".into()
        }
        (Why::Method(..), Owning::Guard) => {
            "a resource has one owner, whom that call uses up: call it after the last use".into()
        }
        (_, Owning::Guard) => {
            format!("a resource has one owner: lend it with `&{lost}` or `&mut {lost}`")
        }
        (Why::Captured(_), Owning::Cloned) => {
            format!(
                "let the closure borrow `{lost}`, or clone it before and give that to the closure"
            )
        }
        (Why::Captured(_), _) => format!("let the closure borrow `{lost}`"),
        (Why::Method(..), Owning::Cloned) => format!("use up a clone instead: `{lost}.clone()`"),
        (Why::Method(..), _) => "let the method borrow: `&self`".into(),
        (_, Owning::Cloned) => {
            format!("lend it with `&{lost}`, or give away a clone: `{lost}.clone()`")
        }
        (_, Owning::NotCloned) => {
            format!("lend it with `&{lost}`, or derive `Clone` for `{}` and clone it", declared.ty)
        }
        _ => format!("a value has one owner: lend it with `&{lost}`"),
    }
}

fn is_option(declared: &Declared) -> bool {
    declared.ty.starts_with("Option<") || declared.ty.starts_with("Result<")
}

fn unset(declared: &Declared, on_some_ways: bool, at: Span) -> Diagnostic {
    let name = &declared.name;
    let (what, hint) = match on_some_ways {
        true => ("is possibly-uninitialized", "assign it on every way that leads here"),
        false => ("isn't initialized", "give it a value in its `let`, or assign it before"),
    };
    Diagnostic::wrong(at, format!("used binding `{name}` {what}"))
        .code("E0381")
        .label(format!("`{name}` used here but it {what}"))
        .note(declared.span, "binding declared here but left uninitialized")
        .hint(hint)
}

/// Reports a second value for a variable that may have one only.
pub(super) fn reported_twice(declared: &Declared, first: Option<Span>, at: Span) -> Diagnostic {
    let name = &declared.name;
    let message = format!("cannot assign twice to immutable variable `{name}`");
    let diagnostic = Diagnostic::wrong(at, message)
        .code("E0384")
        .label("cannot assign twice to immutable variable")
        .hint(format!("declare it as `mut {name}`"));
    match first.filter(|first| *first != at) {
        Some(first) => diagnostic.note(first, format!("first assignment to `{name}`")),
        None => diagnostic.note(declared.span, "declared here"),
    }
}
