//! The macros that are known, and format strings.

use std::rc::Rc;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr as Tree, Token};

use super::Lowerer;
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Assert, Expr, Kind, Output, PanicExpr, Sequence};
use crate::rust::library::builtin::{self, MACROS};
use crate::rust::syntax::broken;
use crate::rust::syntax::span;

/// What stands between the brackets of a macro that formats.
pub(in crate::rust) struct Arguments {
    pub(in crate::rust) exprs: Vec<Argument>,
}

pub(in crate::rust) struct Argument {
    pub(in crate::rust) name: Option<syn::Ident>,
    pub(in crate::rust) value: Tree,
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
pub(in crate::rust) enum VecArguments {
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
pub(in crate::rust) struct MatchesArguments {
    pub(in crate::rust) value: Tree,
    pub(in crate::rust) pattern: syn::Pat,
    pub(in crate::rust) guard: Option<Tree>,
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
                let mut said = broken::parse(self.lines, &error);
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
}
