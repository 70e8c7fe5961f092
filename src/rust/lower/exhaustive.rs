//! Patterns that leave something out: a `match` without an arm for it, a `let` that may not fit.
//!
//! Only what is sure is said. Numbers and texts are never covered one by one; where a range or a slice
//! is among the patterns, they may cover all, and nothing is said.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Lowerer;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::ir::{Arm, Constant, Expr, Form, Kind, Pattern, Type};

/// As many values that nothing covers are named.
const MOST: usize = 3;

/// How many steps are taken to find them: patterns can be so many that nobody reads them.
const PATIENCE: usize = 10_000;

/// How many rows are looked at together: each column of alternatives multiplies them.
const MOST_ROWS: usize = 1_000;

impl Lowerer<'_> {
    /// Reports a `match` that has no arm for some value of what it looks at.
    pub(super) fn check_arms(&mut self, arms: &[Arm], scrutinee: Span) {
        let plain = arms.iter().filter(|arm| arm.guard.is_none()).map(|arm| &arm.pattern);
        let missing = uncovered(&plain.collect::<Vec<_>>());
        if missing.is_empty() || arms.is_empty() {
            return;
        }
        let patterns = if missing.len() == 1 { "pattern" } else { "patterns" };
        let listed = listed(&missing);
        let message = format!("non-exhaustive patterns: {listed} not covered");
        let mut diagnostic = Diagnostic::wrong(scrutinee, message)
            .code("E0004")
            .label(format!("{patterns} {listed} not covered"))
            .hint("add an arm for what is missing, or one for all the rest: `_ => …`");
        let own = arms.iter().find_map(|arm| match &arm.pattern {
            Pattern::Object(class, ..) => Some(Rc::clone(class)),
            _ => None,
        });
        if let Some(class) = own {
            diagnostic = diagnostic.note(class.span, format!("`{}` is defined here", class.name));
        }
        self.report(diagnostic);
    }

    /// Reports a pattern that may not fit, where there is no other way to go.
    pub(super) fn check_fits(&mut self, pattern: &Pattern, at: Span, what: &str) {
        let missing = uncovered(&[pattern]);
        if missing.is_empty() {
            return;
        }
        let label = format!("pattern {} not covered", listed(&missing));
        self.report(
            Diagnostic::wrong(at, format!("refutable pattern in {what}"))
                .code("E0005")
                .label(label)
                .hint("say what happens otherwise: `let … else { … }`, `if let` or `match`"),
        );
    }
}

fn listed(missing: &[String]) -> String {
    let all: Vec<_> = missing.iter().map(|missing| format!("`{missing}`")).collect();
    match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => all.concat(),
    }
}

/// Values that none of the patterns fits, each as a pattern; none if all are covered, or that is not
/// known.
fn uncovered(patterns: &[&Pattern]) -> Vec<String> {
    let rows = patterns.iter().map(|pattern| vec![*pattern]).collect();
    let found = Search { patience: PATIENCE }.uncovered(rows, 1).unwrap_or_default();
    found.into_iter().map(|mut row| row.pop().unwrap_or_default()).collect()
}

struct Search {
    patience: usize,
}

/// A way to make a value: a variant, a truth value, a tuple of so many.
enum Maker {
    Variant(Rc<Type>, u32),
    Named(&'static str, usize),
    Bool(bool),
    Tuple(usize),
}

impl Search {
    /// Rows of values that no row of patterns fits; `None` if that cannot be said.
    fn uncovered(&mut self, rows: Vec<Vec<&Pattern>>, width: usize) -> Option<Vec<Vec<String>>> {
        self.patience = self.patience.checked_sub(1)?;
        if width == 0 {
            return Some(if rows.is_empty() { vec![Vec::new()] } else { Vec::new() });
        }
        let rows: Vec<_> = rows.into_iter().flat_map(opened).take(MOST_ROWS + 1).collect();
        let unknown = |row: &Vec<&Pattern>| {
            matches!(row[0], Pattern::Between(..) | Pattern::Slice(..) | Pattern::Entry(..))
        };
        if rows.len() > MOST_ROWS || rows.iter().any(unknown) {
            return None;
        }
        let Some(makers) = rows.iter().find_map(|row| makers(row[0], &rows)) else {
            // Nothing is told apart here, or numbers and texts, which are never told apart to the end.
            let rest = rows.iter().filter(|row| matches!(row[0], Pattern::Wild));
            let rest = rest.map(|row| row[1..].to_vec()).collect();
            let found = self.uncovered(rest, width - 1)?;
            let with = |mut row: Vec<String>| {
                row.insert(0, "_".into());
                row
            };
            return Some(found.into_iter().map(with).collect());
        };
        let mut all = Vec::new();
        for maker in makers {
            let parts = maker.parts();
            let within = rows.iter().filter_map(|row| maker.within(row)).collect();
            for row in self.uncovered(within, parts + width - 1)? {
                let (made_of, rest) = row.split_at(parts);
                let mut row = vec![maker.shown(made_of)];
                row.extend_from_slice(rest);
                all.push(row);
            }
            if all.len() >= MOST {
                break;
            }
        }
        all.truncate(MOST);
        Some(all)
    }
}

const WILD: &Pattern = &Pattern::Wild;

/// A row as its alternatives, without names and references at its front.
fn opened(row: Vec<&Pattern>) -> Vec<Vec<&Pattern>> {
    let with = |first| {
        let mut row = row.clone();
        row[0] = first;
        opened(row)
    };
    match row[0] {
        Pattern::Bind { within: Some(within), .. } => with(&**within),
        Pattern::Bind { within: None, .. } => with(WILD),
        Pattern::Reference(inner) => with(&**inner),
        Pattern::Or(all) => all.iter().flat_map(with).collect(),
        _ => vec![row],
    }
}

/// All ways to make a value of the type that a pattern is for, if they can be counted.
fn makers(pattern: &Pattern, rows: &[Vec<&Pattern>]) -> Option<Vec<Maker>> {
    Some(match pattern {
        Pattern::Object(class, ..) => {
            let count = class.variants.len() as u32;
            (0..count).map(|index| Maker::Variant(Rc::clone(class), index)).collect()
        }
        Pattern::Some(_) | Pattern::None => {
            vec![Maker::Named("None", 0), Maker::Named("Some", 1)]
        }
        Pattern::Ok(_) | Pattern::Err(_) => vec![Maker::Named("Ok", 1), Maker::Named("Err", 1)],
        Pattern::Ending(..) => vec![
            Maker::Named("Ending::Returned", 0),
            Maker::Named("Ending::Failed", 1),
            Maker::Named("Ending::Panicked", 0),
        ],
        Pattern::Is(Expr { kind: Kind::Bool(_), .. }) => {
            vec![Maker::Bool(false), Maker::Bool(true)]
        }
        Pattern::Is(Expr { kind: Kind::Constant(Constant::Ordering(_)), .. }) => {
            ORDERINGS.iter().map(|(name, _)| Maker::Named(name, 0)).collect()
        }
        Pattern::Tuple(..) => {
            // With a `..` in each of them, the longest is long enough.
            let lengths = rows.iter().filter_map(|row| match row[0] {
                Pattern::Tuple(all, _) => Some(all.len()),
                _ => None,
            });
            vec![Maker::Tuple(lengths.max().unwrap_or(0))]
        }
        _ => return None,
    })
}

const ORDERINGS: [(&str, Ordering); 3] = [
    ("Ordering::Less", Ordering::Less),
    ("Ordering::Equal", Ordering::Equal),
    ("Ordering::Greater", Ordering::Greater),
];

impl Maker {
    fn parts(&self) -> usize {
        match self {
            Self::Variant(class, index) => class.variants[*index as usize].fields.len(),
            Self::Named(_, parts) | Self::Tuple(parts) => *parts,
            Self::Bool(_) => 0,
        }
    }

    /// The row of patterns for the parts of a value made in this way, and for the rest of the row;
    /// `None` if the row does not fit such a value.
    fn within<'p>(&self, row: &[&'p Pattern]) -> Option<Vec<&'p Pattern>> {
        let mut parts = vec![WILD; self.parts()];
        match (self, row[0]) {
            (_, Pattern::Wild) => {}
            (Self::Variant(_, index), Pattern::Object(_, of, fields)) if index == of => {
                for (field, pattern) in fields {
                    *parts.get_mut(*field as usize)? = pattern;
                }
            }
            (Self::Named("Some", _), Pattern::Some(inner))
            | (Self::Named("Ok", _), Pattern::Ok(inner))
            | (Self::Named("Err", _), Pattern::Err(inner)) => parts[0] = inner,
            (Self::Named("None", _), Pattern::None) => {}
            (Self::Named(name, _), Pattern::Ending(of, inner))
                if name.strip_prefix("Ending::") == Some(of) =>
            {
                if let (Some(inner), [part]) = (inner, &mut parts[..]) {
                    *part = inner;
                }
            }
            (Self::Bool(value), Pattern::Is(Expr { kind: Kind::Bool(of), .. })) if value == of => {}
            (
                Self::Named(name, _),
                Pattern::Is(Expr { kind: Kind::Constant(Constant::Ordering(of)), .. }),
            ) if ORDERINGS.contains(&(name, *of)) => {}
            (Self::Tuple(length), Pattern::Tuple(all, rest)) => {
                let before = rest.unwrap_or(all.len());
                for (index, pattern) in all.iter().enumerate() {
                    // Those behind a `..` are the last ones.
                    let at = if index < before { index } else { length - (all.len() - index) };
                    *parts.get_mut(at)? = pattern;
                }
            }
            _ => return None,
        }
        parts.extend_from_slice(&row[1..]);
        Some(parts)
    }

    /// A value as a pattern.
    fn shown(&self, parts: &[String]) -> String {
        let listed = parts.join(", ");
        match self {
            Self::Variant(class, index) => {
                let variant = &class.variants[*index as usize];
                let name = match class.is_enum {
                    true => format!("{}::{}", class.name, variant.name),
                    false => class.name.to_string(),
                };
                match variant.form {
                    Form::Unit => name,
                    Form::Tuple => format!("{name}({listed})"),
                    Form::Named => {
                        let fields = variant.fields.iter().zip(parts);
                        let fields: Vec<_> =
                            fields.map(|(field, part)| format!("{}: {part}", field.name)).collect();
                        format!("{name} {{ {} }}", fields.join(", "))
                    }
                }
            }
            Self::Named(name, 0) => (*name).to_owned(),
            Self::Named(name, _) => format!("{name}({listed})"),
            Self::Bool(value) => value.to_string(),
            Self::Tuple(_) => format!("({listed})"),
        }
    }
}
