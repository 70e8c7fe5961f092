//! Names that mean nothing: what is said about them, and what there is instead.

use std::rc::Rc;

use super::{Lowerer, Named, library};
use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Ty;
use crate::rust::ir::{Expr, Type};
use crate::rust::library::builtin::{self, Builtin, Method};
use crate::rust::library::suggestions::{functions_of, methods_of, suggestion};
use crate::rust::syntax::span;

/// Traits whose methods are known, so that a type has no others than those.
const TRAITS: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "Drop",
    "Eq",
    "From",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// Methods that values of one's own type may have by what it derives or implements.
const DERIVED: &[(&str, &str)] = &[
    ("clamp", "Ord"),
    ("clone", "Clone"),
    ("clone_from", "Clone"),
    ("cmp", "Ord"),
    ("eq", "PartialEq"),
    ("fmt", "Debug"),
    ("ge", "PartialOrd"),
    ("gt", "PartialOrd"),
    ("hash", "Hash"),
    ("le", "PartialOrd"),
    ("lt", "PartialOrd"),
    ("max", "Ord"),
    ("min", "Ord"),
    ("ne", "PartialEq"),
    ("partial_cmp", "PartialOrd"),
    ("to_owned", "Clone"),
    ("to_string", "Display"),
];

/// Methods that every value has.
const UNIVERSAL: &[&str] = &["borrow", "borrow_mut", "into", "try_into", "type_id"];

/// A field that a struct or variant does not have, in a literal.
pub(super) fn unknown_field(class: &Type, variant: u32, name: &str, at: Span) -> Diagnostic {
    let shape = &class.variants[variant as usize];
    let (kind, of) = match class.is_enum {
        true => ("variant", format!("{}::{}", class.name, shape.name)),
        false => ("struct", class.name.to_string()),
    };
    let code = if class.is_enum { "E0559" } else { "E0560" };
    let diagnostic = Diagnostic::wrong(at, format!("{kind} `{of}` has no field named `{name}`"))
        .code(code)
        .label("unknown field");
    let known: Vec<&str> = shape.fields.iter().map(|field| &*field.name).collect();
    match suggestion("field", name, &of, &known) {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic.hint(format!("`{of}` has no fields")),
    }
}

impl Lowerer<'_> {
    /// A struct literal of a type that is not there.
    pub(super) fn unknown_struct(&mut self, path: &syn::Path) -> (Expr, Ty) {
        let full = self.full_path(path);
        if self.refused.contains(&full[0]) {
            return self.say_nothing(span::path(path));
        }
        if let Some((message, hint)) = library::outside(&full, &self.text_of(path)) {
            return self.not_supported(span::path(path), &message, &hint);
        }
        let written: Vec<_> = path.segments.iter().collect();
        let last = self.span_of(written[written.len() - 1].ident.span());
        let segments = self.segments(path);
        if let [.., of, name] = &segments[..]
            && let Some(Named::Type(class)) = self.names.get(of)
        {
            let diagnostic = self.unknown_of_type(&Rc::clone(class), name, last);
            return self.refuse(diagnostic);
        }
        let name = self.text_of(path);
        let message = format!("cannot find struct, variant or union type `{name}` in this scope");
        let diagnostic = Diagnostic::wrong(self.span(span::path(path)), message)
            .code("E0422")
            .label("not found in this scope");
        let types = self.names.iter().filter(|(_, named)| matches!(named, Named::Type(_)));
        let near = builtin::nearest(&name, types.map(|(name, _)| name.as_str()));
        self.refuse(match near {
            Some(near) => diagnostic.hint(format!("there is a type of a similar name: `{near}`")),
            None => diagnostic,
        })
    }

    /// A struct or variant in a pattern that is not there.
    pub(super) fn unknown_pattern(&mut self, path: &syn::Path, code: &'static str, what: &str) {
        let full = self.full_path(path);
        if self.refused.contains(&full[0]) {
            return;
        }
        if let Some((message, hint)) = library::outside(&full, &self.text_of(path)) {
            self.not_supported(span::path(path), &message, &hint);
            return;
        }
        let segments = self.segments(path);
        let last = path.segments.last().map(|last| last.ident.span());
        if let ([.., of, name], Some(last)) = (&segments[..], last)
            && let Some(Named::Type(class)) = self.names.get(of)
        {
            let diagnostic = self.unknown_of_type(&Rc::clone(class), name, self.span_of(last));
            self.report(diagnostic);
            return;
        }
        let name = self.text_of(path);
        let message = format!("cannot find {what} `{name}` in this scope");
        let diagnostic = Diagnostic::wrong(self.span(span::path(path)), message)
            .code(code)
            .label("not found in this scope");
        let own = self.names.keys().map(String::as_str).chain(["Some", "None", "Ok", "Err"]);
        self.report(match builtin::nearest(&name, own) {
            Some(near) => {
                diagnostic.hint(format!("there is something of a similar name: `{near}`"))
            }
            None => diagnostic,
        });
    }

    /// A path that names nothing, where a `value` or a `function` was expected.
    pub(super) fn unknown_name(&mut self, path: &syn::Path, what: &str) -> (Expr, Ty) {
        let full = self.full_path(path);
        if self.refused.contains(&full[0]) {
            // That was said where it was declared.
            return self.say_nothing(span::path(path));
        }
        if let Some((message, hint)) = library::outside(&full, &self.text_of(path)) {
            return self.not_supported(span::path(path), &message, &hint);
        }
        let name = self.text_of(path);
        let diagnostic = match path.segments.len() {
            1 if name == "self" => {
                let at = self.span(span::path(path));
                Diagnostic::wrong(at, "expected value, found module `self`")
                    .code("E0424")
                    .label("`self` value is a keyword only available in methods with a `self` parameter")
                    .hint("add a `self` receiver parameter: `&self`")
            }
            1 if self.parameters.contains(&name) => {
                let message = format!("what `{name}` is here is not known to the playground");
                let hint = "pass the number as an argument, or ask an array for its `len()`";
                return self.not_supported(span::path(path), &message, hint);
            }
            1 if self.has_macros => return self.say_nothing(span::path(path)),
            1 => self.unknown_alone(path, &name, what),
            _ => {
                let segments = self.segments(path);
                if self.parameters.contains(&segments[0]) && !self.names.contains_key(&segments[0])
                {
                    let of = &segments[0];
                    let message =
                        format!("which type `{of}` is here is not known to the playground");
                    let hint = "name the type itself, or call a method of a value of it";
                    return self.not_supported(span::path(path), &message, hint);
                }
                if let [of, name] = &segments[..]
                    && !self.names.contains_key(of)
                    && !methods_of(of).is_empty()
                    && let Some((message, hint)) = library::function_outside(of, name)
                {
                    return self.not_supported(span::path(path), &message, &hint);
                }
                self.unknown_within(path, &full)
            }
        };
        self.refuse(diagnostic)
    }

    fn unknown_alone(&self, path: &syn::Path, name: &str, what: &str) -> Diagnostic {
        let at = self.span(span::path(path));
        let message = format!("cannot find {what} `{name}` in this scope");
        let diagnostic =
            Diagnostic::wrong(at, message).code("E0425").label("not found in this scope");
        if let Some(elsewhere) = self.out_of_scope(name) {
            return diagnostic
                .note(elsewhere, format!("`{name}` is there in this other scope only"))
                .hint("declare it before that scope, or use it within");
        }
        let foreign = match name {
            "True" => Some("write `true`"),
            "False" => Some("write `false`"),
            "NULL" | "nil" | "null" | "undefined" => {
                Some("what may be missing is an `Option`: `None`")
            }
            "this" => Some("write `self`"),
            "print" | "printf" | "puts" => Some("write `println!(\"{}\", …)`"),
            _ => None,
        };
        if let Some(hint) = foreign {
            return diagnostic.hint(hint);
        }
        let own: Vec<String> = self.names.keys().cloned().chain(self.variable_names()).collect();
        let library = Builtin::ALL.iter().map(|builtin| builtin.path());
        let known = own.iter().map(String::as_str).chain(library).chain(["None"]);
        match builtin::nearest(name, known) {
            Some(near) => {
                diagnostic.hint(format!("there is something of a similar name: `{near}`"))
            }
            None => diagnostic,
        }
    }

    /// `Type::name`, where the type is known and the name is not, or neither is.
    fn unknown_within(&self, path: &syn::Path, full: &[String]) -> Diagnostic {
        let segments = self.segments(path);
        let [.., of, name] = &segments[..] else {
            return self.unknown_alone(path, &full[0], "value");
        };
        let written: Vec<_> = path.segments.iter().collect();
        let at = |index: usize| self.span_of(written[index].ident.span());
        let last = at(written.len() - 1);
        if let Some(Named::Type(class)) = self.names.get(of) {
            return self.unknown_of_type(class, name, last);
        }
        let functions = functions_of(of);
        if !functions.is_empty() || !methods_of(of).is_empty() {
            let message = format!("no function or associated item named `{name}` found for `{of}`");
            let diagnostic = Diagnostic::wrong(last, message)
                .code("E0599")
                .label(format!("function or associated item not found in `{of}`"));
            return match suggestion("function", name, of, &functions) {
                Some(hint) => diagnostic.hint(hint),
                None => diagnostic,
            };
        }
        let first = at(written.len().saturating_sub(2));
        let message = format!("cannot find type or module `{of}` in this scope");
        let diagnostic = Diagnostic::wrong(first, message).code("E0433").label("not found");
        let types = Builtin::ALL.iter().filter_map(|builtin| builtin.path().split_once("::"));
        let own = self.names.keys().map(String::as_str);
        match builtin::nearest(of, own.chain(types.map(|(of, _)| of))) {
            Some(near) => {
                diagnostic.hint(format!("there is something of a similar name: `{near}`"))
            }
            None => diagnostic,
        }
    }

    /// `Type::name` of a type of the program's own.
    pub(super) fn unknown_of_type(&self, class: &Type, name: &str, at: Span) -> Diagnostic {
        let of = &class.name;
        let (what, kind) = match class.is_enum {
            true => ("variant", "variant or associated item"),
            false => ("function", "function or associated item"),
        };
        let message = format!("no {kind} named `{name}` found for `{of}`");
        let diagnostic = Diagnostic::wrong(at, message)
            .code("E0599")
            .label(format!("{kind} not found in `{of}`"))
            .note(class.span, format!("{kind} `{name}` not found for this type"));
        let functions = self.own_methods(class, false);
        let variants = class.variants.iter().filter(|_| class.is_enum);
        let known: Vec<&str> = variants
            .map(|variant| &*variant.name)
            .chain(functions.iter().map(|name| &**name))
            .collect();
        match suggestion(what, name, of, &known) {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        }
    }

    /// The methods of a type of the program's own, or its functions without `self`, in their order.
    fn own_methods(&self, class: &Type, with_self: bool) -> Vec<Rc<str>> {
        let of_class = self.methods.iter().filter(|((of, _), _)| *of == class.name);
        let mut found: Vec<_> = of_class
            .filter(|(_, index)| self.signatures[**index as usize].receiver.is_some() == with_self)
            .filter(|((_, name), _)| !name.contains('('))
            .map(|((_, name), index)| (*index, Rc::clone(name)))
            .collect();
        found.sort();
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// Reports a method that there is not: nowhere, or certainly not for that type.
    pub(super) fn unknown_method(
        &mut self,
        call: &syn::ExprMethodCall,
        name: &Rc<str>,
        ty: &Ty,
    ) -> bool {
        if matches!(ty, Ty::Refused) {
            return true;
        }
        let at = self.span_of(call.method.span());
        let behind = ty.behind();
        let is_asked =
            |of: &super::traits::Trait| of.methods.iter().any(|(asked, _)| asked == name);
        let known = Method::from_name(name).is_some()
            || self.has_own_method(name)
            || self.traits.values().any(is_asked);
        let diagnostic = match behind {
            Ty::Object(class) if self.lacks(class, name) => {
                let class = Rc::clone(class);
                self.unknown_of_own(call, &class, name)
            }
            Ty::File | Ty::Lock | Ty::ExitStack | Ty::Result(..)
                if self.library_lacks(behind, name) =>
            {
                let of = behind.name().unwrap_or_default();
                let mut diagnostic =
                    Diagnostic::wrong(at, format!("no method named `{name}` found for `{of}`"))
                        .code("E0599")
                        .label("method not found");
                diagnostic = match (&**name, behind) {
                    ("drop", _) => {
                        diagnostic.hint(format!("write `drop({})`", self.receiver(call)))
                    }
                    ("clone", Ty::File | Ty::Lock | Ty::ExitStack) => {
                        diagnostic.hint("a guard cannot be cloned: a resource has one owner")
                    }
                    (name, Ty::Result(inner, _)) => diagnostic.hint(format!(
                        "what is inside, a `{}`, has it: take it out first, `{}?.{name}(…)`",
                        inner.shown(),
                        self.receiver(call)
                    )),
                    _ => match suggestion("method", name, &of, methods_of(&of)) {
                        Some(hint) => diagnostic.hint(hint),
                        None => diagnostic,
                    },
                };
                diagnostic
            }
            _ if known => return false,
            _ => {
                if let Some((message, hint)) = library::method_outside(name) {
                    self.not_supported(call.method.span().byte_range(), &message, &hint);
                    return true;
                }
                self.unknown_anywhere(behind, name, at)
            }
        };
        self.report(diagnostic);
        true
    }

    /// A method that no type has.
    fn unknown_anywhere(&self, ty: &Ty, name: &str, at: Span) -> Diagnostic {
        let of = ty.name();
        let message = match &of {
            Some(of) => format!("no method named `{name}` found for `{of}`"),
            None => format!("no method named `{name}` is known to the playground"),
        };
        let diagnostic = Diagnostic::wrong(at, message).code("E0599").label("method not found");
        let listed = of.as_deref().map_or(&[][..], methods_of);
        let hint = if listed.is_empty() {
            let own: Vec<String> = self.methods.keys().map(|(_, own)| own.to_string()).collect();
            let library = Method::ALL.iter().map(|method| method.name());
            builtin::nearest(name, own.iter().map(String::as_str).chain(library))
                .map(|near| format!("there is a method of a similar name: `{near}`"))
        } else {
            suggestion("method", name, &of.unwrap_or_default(), listed)
        };
        match hint {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        }
    }

    fn unknown_of_own(
        &self,
        call: &syn::ExprMethodCall,
        class: &Rc<Type>,
        name: &str,
    ) -> Diagnostic {
        let at = self.span_of(call.method.span());
        let of = &class.name;
        if name == "drop" && class.drop.get().is_some() {
            return Diagnostic::wrong(at, "explicit use of destructor method")
                .code("E0040")
                .label("explicit destructor calls not allowed")
                .hint(format!(
                    "write `drop({})`, which moves the value and lets it end",
                    self.receiver(call)
                ));
        }
        let diagnostic =
            Diagnostic::wrong(at, format!("no method named `{name}` found for `{of}`"))
                .code("E0599")
                .label("method not found")
                .note(class.span, format!("method `{name}` not found for this type"));
        if let Some((_, of)) = DERIVED.iter().find(|(method, _)| *method == name) {
            return diagnostic.hint(match *of {
                "Display" => "implement `Display` for it".to_owned(),
                of => format!("derive `{of}` for it: `#[derive({of})]`"),
            });
        }
        let fields = class.variants.iter().filter(|_| !class.is_enum).flat_map(|one| &one.fields);
        let mut with_it = fields.filter(|field| {
            let ty = self.field_named(class, &field.name).name();
            ty.is_some_and(|ty| methods_of(&ty).contains(&name))
        });
        if let Some(field) = with_it.next_back() {
            let receiver = self.receiver(call);
            return diagnostic
                .hint(format!("its field has one: `{receiver}.{}.{name}(…)`", field.name));
        }
        let own = self.own_methods(class, true);
        let own: Vec<&str> = own.iter().map(|name| &**name).collect();
        match suggestion("method", name, of, &own) {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic.hint(format!("`{of}` has no methods")),
        }
    }

    fn receiver(&self, call: &syn::ExprMethodCall) -> &str {
        self.lines.text(span::expr(&call.receiver))
    }

    /// Whether a type of the program's own certainly has no method of that name.
    fn lacks(&self, class: &Type, name: &Rc<str>) -> bool {
        let known_traits = class
            .traits
            .borrow()
            .iter()
            .all(|of| TRAITS.contains(&&**of) || self.traits.contains_key(&**of));
        let derived = DERIVED.iter().any(|(method, of)| *method == &**name && class.implements(of));
        // An `impl` for a type parameter may be one for this type.
        let own = self.methods.keys().any(|(of, method)| {
            method == name && (*of == class.name || !self.names.contains_key(&**of))
        });
        // If it is missing, that was said where the trait is implemented.
        let asked = class.traits.borrow().iter().any(|of| {
            let of = self.traits.get(&**of);
            of.is_some_and(|of| of.methods.iter().any(|(asked, _)| asked == name))
        });
        known_traits && !own && !asked && !derived && !UNIVERSAL.contains(&&**name)
    }

    /// Whether a type of the library certainly has no method of that name, or what is in it has it.
    fn library_lacks(&self, ty: &Ty, name: &Rc<str>) -> bool {
        if UNIVERSAL.contains(&&**name) || self.has_own_method(name) {
            return false;
        }
        let of = ty.name().unwrap_or_default();
        match ty {
            Ty::Result(inner, _) => {
                let inside = inner.name().unwrap_or_default();
                matches!(**inner, Ty::File | Ty::Lock)
                    && methods_of(&inside).contains(&&**name)
                    && !methods_of(&of).contains(&&**name)
            }
            _ => !methods_of(&of).contains(&&**name) && !matches!(&**name, "write_all"),
        }
    }

    /// The variable of that name in another scope of the same function.
    fn out_of_scope(&self, name: &str) -> Option<Span> {
        let declared = &self.contexts.last()?.declared;
        declared.iter().rev().find(|one| &*one.name == name).map(|one| one.span)
    }
}
