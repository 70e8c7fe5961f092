//! Macros: the types of their arguments, and of what they give.

use std::rc::Rc;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr as Tree, Token};

use super::methods::Lookup;
use super::table::VarKind;
use super::{Expected, Infer};
use crate::rust::check::defs::Namespace;
use crate::rust::check::defs::ty::{IntTy, Predicate, TraitRef, Ty};
use crate::rust::lower::macros::{Arguments, MatchesArguments, VecArguments};
use crate::rust::syntax::span;

/// `dbg!(a, b)`
struct Expressions(Punctuated<Tree, Token![,]>);

impl Parse for Expressions {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Punctuated::parse_terminated(input).map(Self)
    }
}

impl Infer<'_> {
    pub(super) fn macro_call(&mut self, mac: &syn::Macro, expected: &Expected) -> Ty {
        let name = mac.path.segments.last().map_or(String::new(), |last| last.ident.to_string());
        let string = |this: &mut Self| this.std("std::string::String", []);
        match name.as_str() {
            "println" | "print" | "eprintln" | "eprint" => {
                self.format(mac, 0);
                Ty::unit()
            }
            "format" => {
                self.format(mac, 0);
                string(self)
            }
            "format_args" => {
                self.format(mac, 0);
                self.std("std::fmt::Arguments", [])
            }
            "panic" | "todo" | "unimplemented" | "unreachable" => {
                self.format(mac, 0);
                Ty::Never
            }
            "write" | "writeln" => self.write(mac),
            "assert" | "debug_assert" => {
                if let Some(args) = self.format(mac, 1)
                    && let Some(first) = args.exprs.first()
                {
                    self.coerced(&first.value, &Ty::Bool);
                }
                Ty::unit()
            }
            "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => {
                if let Some(args) = self.format(mac, 2)
                    && let [left, right, ..] = &args.exprs[..]
                {
                    self.equal(&left.value, &right.value);
                }
                Ty::unit()
            }
            "vec" => self.vec(mac, expected),
            "matches" => {
                let Ok(arguments) = mac.parse_body::<MatchesArguments>() else {
                    return Ty::Unknown;
                };
                let locals = self.locals.len();
                let ty = self.plain(&arguments.value);
                self.pattern(&arguments.pattern, &ty);
                if let Some(guard) = &arguments.guard {
                    self.coerced(guard, &Ty::Bool);
                }
                self.locals.truncate(locals);
                Ty::Bool
            }
            "dbg" => match mac.parse_body::<Expressions>() {
                Ok(Expressions(all)) => {
                    let mut types: Vec<Ty> = all.iter().map(|tree| self.plain(tree)).collect();
                    if types.len() == 1 { types.remove(0) } else { Ty::Tuple(types.into()) }
                }
                Err(_) => Ty::Unknown,
            },
            "concat" | "stringify" | "file" | "module_path" => Ty::reference(false, Ty::Str),
            "line" | "column" => Ty::Int(IntTy::U32),
            _ => {
                self.incomplete("a macro");
                Ty::Unknown
            }
        }
    }

    /// Checks what a format string shows. The first arguments are something else.
    fn format(&mut self, mac: &syn::Macro, before: usize) -> Option<Arguments> {
        let Ok(arguments) = mac.parse_body::<Arguments>() else {
            self.incomplete("the arguments of a macro");
            return None;
        };
        self.format_arguments(&arguments, before);
        Some(arguments)
    }

    fn format_arguments(&mut self, arguments: &Arguments, before: usize) {
        let Some(first) = arguments.exprs.get(before) else { return };
        let Tree::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &first.value else {
            // `panic!(message)` is refused elsewhere.
            self.plain(&first.value);
            return;
        };
        let rest = &arguments.exprs[before + 1..];
        let types: Vec<Ty> = rest.iter().map(|arg| self.plain(&arg.value)).collect();
        for (index, of_trait) in placeholders(&text.value()) {
            let named = |name: &str| {
                rest.iter().position(|arg| arg.name.as_ref().is_some_and(|it| it == name))
            };
            let index = match index {
                Argument::At(index) => Some(index),
                Argument::Named(name) => {
                    let index = named(&name);
                    if index.is_none() && !self.is_name(&name) {
                        self.incomplete("a name");
                    }
                    index
                }
            };
            let (Some(path), Some(index)) = (of_trait, index) else { continue };
            if let (Some(ty), Some(arg), Some(id)) =
                (types.get(index), rest.get(index), self.defs.lang(path))
            {
                let of = TraitRef { id, args: Rc::new([ty.clone()]) };
                self.require(Predicate::Trait(of), span::expr(&arg.value));
            }
        }
    }

    /// Whether a name means something where it stands in braces.
    fn is_name(&self, name: &str) -> bool {
        self.locals.iter().any(|(known, _)| **known == *name)
            || self.resolve_name(&[name.into()], Namespace::Values).is_some()
            || self.scope.params.iter().any(|(known, _)| **known == *name)
    }

    /// `write!(to, …)`: the method `write_fmt` of what it is written to.
    fn write(&mut self, mac: &syn::Macro) -> Ty {
        let Some(arguments) = self.format(mac, 1) else { return Ty::Unknown };
        let Some(to) = arguments.exprs.first() else { return Ty::Unknown };
        let ty = self.plain(&to.value);
        let ty = self.expect_known(&ty);
        let Lookup::Found(picked) = self.lookup_method(&ty, "write_fmt") else {
            self.incomplete("what is written to");
            return Ty::Unknown;
        };
        let Some(function) = self.defs.fn_(picked.function) else { return Ty::Unknown };
        let args = self.args_of_call(picked.function, &picked.args, &[]);
        self.instantiate(&function.output, &args)
    }

    /// `assert_eq!(left, right)`
    fn equal(&mut self, left: &Tree, right: &Tree) {
        let (of, to) = (self.plain(left), self.plain(right));
        let (of, to) = (self.table.resolve(&of), self.table.resolve(&to));
        let is_number = |this: &Self, ty: &Ty| {
            matches!(ty, Ty::Int(_) | Ty::Float(_) | Ty::Bool | Ty::Char)
                || matches!(this.table.kind(ty), Some(VarKind::Int | VarKind::Float))
        };
        if is_number(self, &of) && is_number(self, &to) && self.table.unify(&of, &to) {
            return;
        }
        if let Some(id) = self.defs.lang("std::cmp::PartialEq") {
            let predicate = TraitRef { id, args: Rc::new([of, to]) };
            self.require(Predicate::Trait(predicate), span::expr(left));
        }
    }

    fn vec(&mut self, mac: &syn::Macro, expected: &Expected) -> Ty {
        let wanted = expected.ty().map(|ty| self.table.shallow(ty));
        let of = match wanted {
            Some(Ty::Adt(id, args)) if self.library_adt("std::vec::Vec") == Some(id) => {
                Some(Ty::Slice(Rc::new(args[0].clone())))
            }
            _ => None,
        };
        let of = match (of, expected) {
            (Some(of), Expected::Must(_)) => Expected::Must(of),
            (Some(of), _) => Expected::Hint(of),
            (None, _) => Expected::Nothing,
        };
        let Ok(arguments) = mac.parse_body::<VecArguments>() else {
            self.incomplete("the arguments of a macro");
            return Ty::Unknown;
        };
        let element = match &arguments {
            VecArguments::List(list) => self.elements(list.iter(), &of),
            VecArguments::Repeat(repeat) => {
                let element = self.elements(std::iter::once(&repeat.0), &of);
                self.coerced(&repeat.1, &Self::usize());
                element
            }
        };
        self.std("std::vec::Vec", [element])
    }
}

/// The argument that a placeholder shows.
enum Argument {
    At(usize),
    Named(String),
}

/// What the placeholders of a format string show, each with the trait it needs.
fn placeholders(text: &str) -> Vec<(Argument, Option<&'static str>)> {
    let mut found = Vec::new();
    let mut next = 0;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let tail = &rest[at..];
        if tail.starts_with("{{") || tail.starts_with("}}") {
            rest = &tail[2..];
            continue;
        }
        let Some(end) = tail.find('}').filter(|end| *end > 0) else { break };
        let inside = tail[1..end].trim();
        let (name, spec) = inside.split_once(':').unwrap_or((inside, ""));
        let spec = spec.trim_end();
        if spec.contains(".*") {
            next += 1;
        }
        let argument = match name.trim() {
            "" => {
                next += 1;
                Argument::At(next - 1)
            }
            name => match name.parse() {
                Ok(index) => Argument::At(index),
                Err(_) => Argument::Named(name.to_owned()),
            },
        };
        let of_trait = match spec.chars().last() {
            Some('?') => Some("std::fmt::Debug"),
            Some('x') => Some("std::fmt::LowerHex"),
            Some('X') => Some("std::fmt::UpperHex"),
            Some('b') => Some("std::fmt::Binary"),
            Some('o') => Some("std::fmt::Octal"),
            Some('e') => Some("std::fmt::LowerExp"),
            Some('E') => Some("std::fmt::UpperExp"),
            Some('p') => Some("std::fmt::Pointer"),
            Some('$') => None,
            _ => Some("std::fmt::Display"),
        };
        found.push((argument, of_trait));
        rest = &tail[end + 1..];
    }
    found
}
