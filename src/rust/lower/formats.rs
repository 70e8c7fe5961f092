//! Format strings.

use std::ops::Range;

use syn::Expr as Tree;

use super::Lowerer;
use super::literal_text::Literal;
use super::macros::Argument;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Count, Expr, Format, Kind, Moves, Piece, Place, Spec};
use crate::rust::library::builtin;
use crate::rust::syntax::span;

impl Lowerer<'_> {
    pub(super) fn format(&mut self, arguments: &[Argument], newline: bool, span: Span) -> Format {
        let Some((first, rest)) = arguments.split_first() else {
            return Format { pieces: Vec::new(), args: Vec::new(), newline };
        };
        let Tree::Lit(syn::ExprLit { lit: syn::Lit::Str(literal), .. }) = &first.value else {
            let span = self.span(span::expr(&first.value));
            let message = "format argument must be a string literal";
            self.report(Diagnostic::wrong(span, message).hint("write `\"{}\", …`"));
            return Format { pieces: Vec::new(), args: Vec::new(), newline };
        };
        let names: Vec<Option<String>> =
            rest.iter().map(|argument| argument.name.as_ref().map(ToString::to_string)).collect();
        let args = rest.iter().map(|argument| self.borrowed_with_type(&argument.value));
        let (args, types): (Vec<_>, Vec<_>) = args.unzip();
        let text = literal.value();
        let literal = Literal::new(self.lines, literal.span().byte_range(), &text);
        let mut filler = Filler {
            names,
            used: vec![false; args.len()],
            args,
            types,
            next: 0,
            literal,
            at: 0..0,
        };
        let pieces = self.pieces(&text, &mut filler);
        if let Some(index) = filler.used.iter().position(|used| !used) {
            let span = filler.args[index].span;
            self.report(Diagnostic::wrong(span, "argument never used"));
        }
        let _ = span;
        Format { pieces, args: filler.args, newline }
    }

    fn pieces(&mut self, text: &str, filler: &mut Filler) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let tail = &rest[at..];
            let place = text.len() - tail.len();
            if tail.starts_with("{{") || tail.starts_with("}}") {
                plain.push_str(&tail[..1]);
                rest = &tail[2..];
                continue;
            }
            let Some(end) = tail.find('}').filter(|&end| end > 0) else {
                let (what, hint) = match &tail[..1] {
                    "{" => ("`}` expected", "to print a `{`, write `{{`"),
                    _ => ("unmatched `}` found", "to print a `}`, write `}}`"),
                };
                let message = format!("invalid format string: {what}");
                let span = filler.literal.part(self.lines, place..place + 1);
                self.report(Diagnostic::wrong(span, message).hint(hint));
                return pieces;
            };
            let inside = tail[1..end].trim();
            let (name, spec) = inside.split_once(':').unwrap_or((inside, ""));
            let name = name.trim();
            // What stands in the braces; `{}` if that is nothing.
            filler.at = match tail[1..end].find(name) {
                Some(from) if !name.is_empty() => place + 1 + from..place + 1 + from + name.len(),
                _ => place..place + end + 1,
            };
            // `{:.*}` takes the precision before the value.
            let lowered = self.spec(spec, filler);
            let index = self.fill(name, filler);
            if let (Some(spec), Some(arg), Some(ty)) =
                (&lowered, filler.args.get(index), filler.types.get(index))
                && spec.radix.is_none()
            {
                self.check_shown(arg.span, ty, spec.debug);
            }
            match lowered {
                Some(spec) => match filler.args.get(index).map(|arg| &arg.kind) {
                    // `rustc` makes one text of a literal and what is around it, which is why the
                    // payload of `panic!("{}", 1)` is a `&str`.
                    Some(Kind::Str(literal)) if spec == Spec::default() => plain += literal,
                    Some(Kind::Int(int)) if spec == Spec::default() && int.value() >= 0 => {
                        plain += &int.to_string();
                    }
                    _ => {
                        if !plain.is_empty() {
                            pieces.push(Piece::Text(std::mem::take(&mut plain).into()));
                        }
                        pieces.push(Piece::Arg(index, spec));
                    }
                },
                None => {
                    let message = format!("unknown format trait `{spec}`");
                    let hint = "`{}`, `{:?}`, `{:>8}`, `{:08.3}`, `{:x}` and the like are known";
                    let from = place + 1 + tail[1..end].find(spec).unwrap_or(0);
                    let span = filler.literal.part(self.lines, from..from + spec.len());
                    self.report(Diagnostic::wrong(span, message).hint(hint));
                }
            }
            rest = &tail[end + 1..];
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain.into()));
        }
        pieces
    }

    /// The index of the argument that a name, number or nothing stands for.
    fn fill(&mut self, name: &str, filler: &mut Filler) -> usize {
        let index = if name.is_empty() {
            filler.next += 1;
            filler.next - 1
        } else if let Ok(index) = name.parse() {
            index
        } else if let Some(index) =
            filler.names.iter().position(|known| known.as_deref() == Some(name))
        {
            index
        } else {
            return self.captured(name, filler);
        };
        match filler.used.get_mut(index) {
            Some(used) => *used = true,
            None => {
                let given = filler.args.len();
                let message = format!(
                    "{} positional argument{} in format string, but there {} {given}",
                    index + 1,
                    if index == 0 { "" } else { "s" },
                    if given == 1 { "is" } else { "are" },
                );
                let span = filler.literal.part(self.lines, filler.at.clone());
                self.report(Diagnostic::wrong(span, message));
            }
        }
        index
    }

    /// A variable named within the braces.
    fn captured(&mut self, name: &str, filler: &mut Filler) -> usize {
        let span = filler.literal.part(self.lines, filler.at.clone());
        let mut ty = Ty::Unknown;
        let value = match self.variable(name) {
            Some(variable) => {
                ty = variable.ty.clone();
                if variable.captured.is_some() {
                    self.context().uses_part(variable.slot, Vec::new(), span);
                }
                let place = Place::new(variable.base(), span);
                let kind = match variable.ty.moves() {
                    Moves::No => Kind::Use(place, Moves::No),
                    _ => Kind::Reference(place),
                };
                Expr { span, kind }
            }
            None => match syn::parse_str::<Tree>(name) {
                Ok(tree) if self.names.contains_key(name) => {
                    let value = self.borrowed(&tree);
                    Expr { span, ..value }
                }
                _ if self.refused.contains(name) => Expr { span, kind: Kind::Unit },
                _ => {
                    let message = format!("cannot find value `{name}` in this scope");
                    let mut diagnostic = Diagnostic::wrong(span, message).code("E0425");
                    let known = self.variable_names();
                    let near = builtin::nearest(name, known.iter().map(String::as_str));
                    if let Some(near) = near {
                        diagnostic = diagnostic
                            .hint(format!("there is something of a similar name: `{near}`"));
                    }
                    self.refuse(diagnostic).0
                }
            },
        };
        filler.names.push(Some(name.to_owned()));
        filler.used.push(true);
        filler.args.push(value);
        filler.types.push(ty);
        filler.args.len() - 1
    }

    fn spec(&mut self, text: &str, filler: &mut Filler) -> Option<Spec> {
        let mut spec = Spec::default();
        let chars: Vec<char> = text.trim_end().chars().collect();
        let mut at = 0;
        let is_align = |char: &char| matches!(char, '<' | '^' | '>');
        if chars.get(1).is_some_and(is_align) {
            spec.fill = Some(chars[0]);
            spec.align = Some(chars[1]);
            at = 2;
        } else if chars.first().is_some_and(is_align) {
            spec.align = Some(chars[0]);
            at = 1;
        }
        if chars.get(at) == Some(&'+') {
            spec.sign = true;
            at += 1;
        }
        if chars.get(at) == Some(&'#') {
            spec.alternate = true;
            at += 1;
        }
        if chars.get(at) == Some(&'0') {
            spec.zero = true;
            at += 1;
        }
        spec.width = self.count(&chars, &mut at, filler);
        if chars.get(at) == Some(&'.') {
            at += 1;
            if chars.get(at) == Some(&'*') {
                // The argument before the value says it.
                at += 1;
                spec.precision = Some(Count::Arg(self.fill("", filler)));
            } else {
                spec.precision = self.count(&chars, &mut at, filler);
                spec.precision?;
            }
        }
        let kind: String = chars[at..].iter().collect();
        match kind.as_str() {
            "" => {}
            "?" => spec.debug = true,
            "x?" | "X?" => (spec.debug, spec.radix) = (true, kind.chars().next()),
            "#?" => (spec.debug, spec.alternate) = (true, true),
            "x" | "X" | "b" | "o" | "e" => spec.radix = kind.chars().next(),
            _ => return None,
        }
        Some(spec)
    }

    /// A width or precision: a number, or an argument with `$` after it.
    fn count(&mut self, chars: &[char], at: &mut usize, filler: &mut Filler) -> Option<Count> {
        let word: String =
            chars[*at..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
        let length = word.chars().count();
        if chars.get(*at + length) == Some(&'$') {
            *at += length + 1;
            return Some(Count::Arg(self.fill(&word, filler)));
        }
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        *at += digits.len();
        digits.parse().ok().map(Count::Is)
    }
}

/// The arguments of a format string while its braces are read.
struct Filler {
    names: Vec<Option<String>>,
    used: Vec<bool>,
    args: Vec<Expr>,
    types: Vec<Ty>,
    next: usize,
    literal: Literal,
    /// The bytes of the text's value that are being read.
    at: Range<usize>,
}
