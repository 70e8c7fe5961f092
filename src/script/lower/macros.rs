//! The macros that are known, and format strings.

use std::ops::Range;
use std::rc::Rc;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr as Tree, Token};

use super::super::builtin::{self, MACROS};
use super::super::diagnostic::{Diagnostic, Span};
use super::super::ir::{
    Assert, Count, Expr, Format, Kind, Moves, Output, PanicExpr, Piece, Place, Sequence, Spec,
};
use super::super::syntax;
use super::super::types::Ty;
use super::literal::Literal;
use super::{Lowerer, span};

/// What stands between the brackets of a macro that formats.
pub(super) struct Arguments {
    exprs: Vec<Argument>,
}

struct Argument {
    name: Option<syn::Ident>,
    value: Tree,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let exprs = Punctuated::<Argument, Token![,]>::parse_terminated(input)?;
        Ok(Self { exprs: exprs.into_iter().collect() })
    }
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let is_named = input.peek(syn::Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = if is_named {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        Ok(Self { name, value: input.parse()? })
    }
}

/// `vec![a, b]` or `vec![value; count]`.
enum VecArguments {
    List(Punctuated<Tree, Token![,]>),
    Repeat(Box<(Tree, Tree)>),
}

impl Parse for VecArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Ok(Self::List(Punctuated::new()));
        }
        let first: Tree = input.parse()?;
        if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
            return Ok(Self::Repeat(Box::new((first, input.parse()?))));
        }
        let mut list = Punctuated::new();
        list.push_value(first);
        while input.peek(Token![,]) {
            list.push_punct(input.parse()?);
            if input.is_empty() {
                break;
            }
            list.push_value(input.parse()?);
        }
        Ok(Self::List(list))
    }
}

/// `concat!("a", 1)`
struct Literals(Punctuated<syn::Lit, Token![,]>);

impl Parse for Literals {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Punctuated::parse_terminated(input).map(Self)
    }
}

/// `matches!(value, pattern if guard)`.
struct MatchesArguments {
    value: Tree,
    pattern: syn::Pat,
    guard: Option<Tree>,
}

impl Parse for MatchesArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pattern = syn::Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            input.parse::<Token![if]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        }
        Ok(Self { value, pattern, guard })
    }
}

impl Lowerer<'_> {
    pub(super) fn macro_call(&mut self, mac: &syn::Macro) -> (Expr, Ty) {
        let span = self.span(span::mac(mac));
        let segments = self.segments(&mac.path);
        let name = segments.last().cloned().unwrap_or_default();
        let wanted = std::mem::take(&mut self.wanted);
        let lowered = match name.as_str() {
            "vec" => mac.parse_body().map(|arguments| self.vec(&arguments, &wanted)),
            "matches" => mac.parse_body().map(|arguments| self.matches(&arguments)),
            "concat" => mac.parse_body().map(|arguments| self.concat(&arguments)),
            name if MACROS.contains(&name) => {
                // What a `let` keeps of it was looked at before.
                match self.parsed.remove(&std::ptr::from_ref(mac).addr()) {
                    Some(arguments) => Ok(self.formatting(name, &arguments, span)),
                    None => mac.parse_body().map(|it| self.formatting(name, &it, span)),
                }
            }
            name => {
                let name = name.to_owned();
                return self.unknown_macro(&mac.path, &name);
            }
        };
        match lowered {
            Ok((kind, ty)) => (Expr { span, kind }, ty),
            Err(error) => {
                let mut said = syntax::parse(self.lines, &error);
                let first = said.swap_remove(0);
                self.refuse(first)
            }
        }
    }

    fn unknown_macro(&mut self, path: &syn::Path, name: &str) -> (Expr, Ty) {
        let range = span::path(path);
        if self.refused.contains(name) {
            return self.say_nothing(range);
        }
        let outside = |what: &str| format!("`{what}!` is outside of what the playground runs");
        match name {
            "dbg" => {
                return self.not_supported(range, &outside(name), "use `println!(\"{:?}\", …)`");
            }
            "asm" | "global_asm" | "naked_asm" => {
                return self.not_supported(range, &outside(name), "write it in Rust");
            }
            "thread_local" | "include_str" | "include_bytes" | "include" | "env" | "option_env"
            | "stringify" | "line" | "file" | "column" | "module_path" | "cfg" => {
                let hint = "write what it would give";
                return self.not_supported(range, &outside(name), hint);
            }
            _ => {}
        }
        let message = format!("cannot find macro `{name}` in this scope");
        let diagnostic = Diagnostic::wrong(self.span(range), message);
        self.refuse(match builtin::nearest(name, MACROS.iter().copied()) {
            Some(near) => diagnostic.hint(format!("there is a macro of a similar name: `{near}`")),
            None => {
                diagnostic.hint("`println!`, `format!`, `vec!`, `assert!` and the like are known")
            }
        })
    }

    fn vec(&mut self, arguments: &VecArguments, wanted: &Ty) -> (Kind, Ty) {
        match arguments {
            VecArguments::List(list) => {
                let all = vec![wanted.element(); list.len()];
                let (values, types) = self.exprs_as(list.iter(), &all);
                let inner = types.into_iter().next().unwrap_or(Ty::Unknown);
                (Kind::List(Sequence::Vec, values), Ty::vec(inner))
            }
            VecArguments::Repeat(repeat) => {
                let (value, count) = &**repeat;
                let (value, ty) = self.expr_as(value, &wanted.element());
                let (count, _) = self.expr(count);
                let kind = Kind::Repeat(Sequence::Vec, Box::new(value), Box::new(count));
                (kind, Ty::vec(ty))
            }
        }
    }

    fn matches(&mut self, arguments: &MatchesArguments) -> (Kind, Ty) {
        let ((place, pattern, guard), temps) = self.with_temps(|this| {
            this.with_variables(|this| {
                let (place, ty) = this.place(&arguments.value);
                let pattern = this.pattern(&arguments.pattern, &ty);
                let guard = arguments.guard.as_ref().map(|guard| this.expr(guard).0);
                (place, pattern, guard)
            })
        });
        (Kind::Matches(Box::new((place, pattern, guard, temps))), Ty::Bool)
    }

    fn formatting(&mut self, name: &str, arguments: &Arguments, span: Span) -> (Kind, Ty) {
        let all = &arguments.exprs[..];
        match name {
            "println" | "print" | "eprintln" | "eprint" => {
                let newline = name.ends_with("ln");
                let format = self.format(all, newline, span);
                let output = if name.starts_with('e') { Output::Stderr } else { Output::Stdout };
                (Kind::Print(Box::new(format), output), Ty::Copy)
            }
            "format_args" => {
                let format = self.format(all, false, span);
                (Kind::Arguments(Rc::new(format)), Ty::Unknown)
            }
            "format" => {
                let format = self.format(all, false, span);
                (Kind::Format(Box::new(format)), Ty::String)
            }
            "write" | "writeln" => {
                let Some((to, rest)) = all.split_first() else {
                    let (error, ty) = self.missing(name, span);
                    return (error.kind, ty);
                };
                let at = self.span(span::expr(&to.value));
                self.check_mutable(&to.value, at);
                let place = self.target(&to.value);
                let format = self.format(rest, name == "writeln", span);
                (Kind::Write(Box::new((place, format))), Ty::result(Ty::Copy))
            }
            "assert" | "debug_assert" => {
                let Some((condition, rest)) = all.split_first() else {
                    let (error, ty) = self.missing(name, span);
                    return (error.kind, ty);
                };
                let range = span::expr(&condition.value);
                let text = self.lines.text(range).into();
                let (condition, _) = self.terminating(&condition.value);
                let message = (!rest.is_empty()).then(|| self.format(rest, false, span));
                (Kind::Assert(Box::new(Assert::True { condition, text, message })), Ty::Copy)
            }
            "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => {
                let [left, right, rest @ ..] = all else {
                    let (error, ty) = self.missing(name, span);
                    return (error.kind, ty);
                };
                let left = self.borrowed(&left.value);
                let right = self.borrowed(&right.value);
                let message = (!rest.is_empty()).then(|| self.format(rest, false, span));
                let equal = !name.ends_with("ne");
                (Kind::Assert(Box::new(Assert::Compare { equal, left, right, message })), Ty::Copy)
            }
            _ => {
                let format = (!all.is_empty()).then(|| self.format(all, false, span));
                let prefix = match name {
                    "unreachable" => "internal error: entered unreachable code",
                    "todo" => "not yet implemented",
                    "unimplemented" => "not implemented",
                    _ => "",
                };
                (Kind::Panic(Box::new(PanicExpr { prefix, format })), Ty::Copy)
            }
        }
    }

    /// The arguments of a `format_args!` that a `let` keeps: what they borrow lives as long.
    pub(super) fn extend_arguments(&mut self, mac: &syn::Macro) {
        if !mac.path.is_ident("format_args") {
            return;
        }
        let Ok(arguments) = mac.parse_body::<Arguments>() else { return };
        let arguments = Rc::new(arguments);
        for argument in arguments.exprs.iter().skip(1) {
            self.extend_operand(&argument.value);
        }
        self.parsed.insert(std::ptr::from_ref(mac).addr(), arguments);
    }

    fn concat(&mut self, arguments: &Literals) -> (Kind, Ty) {
        let mut text = String::new();
        for literal in &arguments.0 {
            text += &match literal {
                syn::Lit::Str(literal) => literal.value(),
                syn::Lit::Char(literal) => literal.value().to_string(),
                syn::Lit::Int(literal) => literal.base10_digits().to_owned(),
                syn::Lit::Float(literal) => literal.base10_digits().to_owned(),
                syn::Lit::Bool(literal) => literal.value.to_string(),
                other => {
                    let span = self.span(span::literal(other));
                    self.report(Diagnostic::wrong(span, "expected a literal"));
                    String::new()
                }
            };
        }
        (Kind::Str(text.into()), Ty::Str)
    }

    fn missing(&mut self, name: &str, span: Span) -> (Expr, Ty) {
        self.refuse(Diagnostic::wrong(span, format!("`{name}!` wants more arguments")))
    }

    fn format(&mut self, arguments: &[Argument], newline: bool, span: Span) -> Format {
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
