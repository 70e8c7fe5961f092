//! From the syntax tree to the form that runs: names become slots and indexes, drop scopes and
//! temporaries become explicit, and what `rustc` would refuse is reported where that can be seen.
//!
//! Lowering goes on after a mistake, so that one check reports several.

mod access;
mod arity;
mod assign;
mod call;
mod closures;
mod constants;
mod context;
mod control;
mod effects;
mod exhaustive;
mod exits;
mod expr;
mod fields;
mod formats;
mod functions;
mod handed_on;
mod impls;
mod items;
mod library;
mod lifetimes;
mod literal_text;
mod literals;
mod locals;
pub(in crate::rust) mod macros;
mod methods;
mod mismatch;
mod modules;
mod names;
mod operators;
mod paths;
mod pattern;
mod place;
mod question;
mod through;
mod traits;
mod type_items;
mod typed;
mod unchanging;
mod unresolved;
mod written;

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use self::context::Context;
pub(super) use self::typed::Known;
use super::ir::{Expr, Function, Kind, Program, Receiver, Type};
use crate::run::diagnostic::{Diagnostic, Lines, Span};
use crate::rust::check::types::Ty;
use crate::rust::eval::user_methods::OwnMethods;

/// Lowers a file, and says what is wrong with it. With anything wrong it is not to be run.
pub(super) fn lower<'s>(
    file: &'s syn::File,
    lines: &'s Lines<'s>,
    known: Known<'s>,
) -> (Program, Vec<Diagnostic>) {
    let mut lowerer = Lowerer::new(lines, known);
    lowerer.check_attributes(&file.attrs);
    let items = lowerer.with_modules(&file.items);
    for item in &items {
        if let syn::Item::Trait(item) = item {
            lowerer.trait_items.insert(item.ident.to_string(), item);
        }
    }
    lowerer.declare_items(&items);
    let main = lowerer.main();
    let functions = lowerer.functions.into_iter().flatten().collect();
    let methods = OwnMethods::new(lowerer.methods);
    let source = lines.source().into();
    (Program { source, functions, main, methods }, lowerer.diagnostics)
}

struct Lowerer<'s> {
    lines: &'s Lines<'s>,
    known: Known<'s>,
    diagnostics: Vec<Diagnostic>,
    /// What a name of the program's own means.
    names: FxHashMap<String, Named>,
    /// The names of all types and traits, in whatever block: their methods are kept by name.
    types: FxHashMap<String, Span>,
    /// Names that `use` made shorter, with the path each stands for.
    uses: FxHashMap<String, Vec<String>>,
    signatures: Vec<Signature>,
    /// In the order of the signatures; `None` until its body is lowered.
    functions: Vec<Option<Rc<Function>>>,
    methods: FxHashMap<(Rc<str>, Rc<str>), u32>,
    /// What the program's own traits ask for.
    traits: FxHashMap<String, traits::Trait>,
    /// The traits of the file.
    trait_items: FxHashMap<String, &'s syn::ItemTrait>,
    /// Their default methods for types of the block that is being lowered.
    late: Vec<functions::Waiting<'s>>,
    /// The type of `Self`, within an `impl`.
    self_type: Option<Rc<str>>,
    /// The types of the `impl` that is being declared, as the `Item` of an iterator.
    associated: FxHashMap<String, Ty>,
    /// The function that is being lowered; the last one is the innermost closure.
    contexts: Vec<Context>,
    labels: u32,
    /// The type that the expression lowered next is wanted to have.
    wanted: Ty,
    /// Names of items that were refused, which nothing more is said about.
    refused: FxHashSet<String>,
    /// Whether the program has macros of its own: they were refused, and may declare any name.
    has_macros: bool,
    /// Names of type parameters and associated types, wherever they are declared.
    parameters: FxHashSet<String>,
    /// Names of the file's modules.
    modules: FxHashSet<String>,
    /// Names of types that have a lifetime.
    with_lifetime: FxHashSet<String>,
    /// The types of the fields of a struct or variant.
    fields: FxHashMap<(Rc<str>, u32), Vec<Ty>>,
    /// The slots of temporaries that a `let` extends, by the address of the expression they hold,
    /// which does not move while the tree is borrowed.
    extended: FxHashMap<usize, u32>,
    /// The arguments of macros that were parsed already, by the address of the macro.
    parsed: FxHashMap<usize, Rc<macros::Arguments>>,
    /// The names of closures that are not lowered yet, by the address of the closure.
    called_by: FxHashMap<usize, String>,
}

#[derive(Clone)]
enum Named {
    Function(u32),
    Constant(u32),
    Static(u32),
    Type(Rc<Type>),
    /// Another name for a type.
    Alias(Ty),
    Trait,
}

/// What a call must know of a function.
#[derive(Clone)]
struct Signature {
    name: Rc<str>,
    /// Without `self`.
    params: Vec<Parameter>,
    receiver: Option<Receiver>,
    /// `&mut self`
    receiver_mutable: bool,
    returns: Ty,
    /// Where its name is declared.
    span: Span,
    /// From `fn` to what it returns.
    head: Span,
    /// Where it says how it takes `self`.
    self_span: Option<Span>,
    /// `-> !`
    diverges: bool,
}

/// A parameter, as a call must know it.
#[derive(Clone)]
struct Parameter {
    ty: Ty,
    /// Where its type is written.
    span: Span,
}

impl<'s> Lowerer<'s> {
    fn new(lines: &'s Lines<'s>, known: Known<'s>) -> Self {
        Self {
            lines,
            known,
            diagnostics: Vec::new(),
            names: FxHashMap::default(),
            types: FxHashMap::default(),
            uses: FxHashMap::default(),
            signatures: Vec::new(),
            functions: Vec::new(),
            methods: FxHashMap::default(),
            refused: FxHashSet::default(),
            has_macros: false,
            modules: FxHashSet::default(),
            with_lifetime: FxHashSet::default(),
            parameters: FxHashSet::default(),
            traits: FxHashMap::default(),
            trait_items: FxHashMap::default(),
            late: Vec::new(),
            self_type: None,
            associated: FxHashMap::default(),
            contexts: Vec::new(),
            labels: 0,
            wanted: Ty::Unknown,
            fields: FxHashMap::default(),
            extended: FxHashMap::default(),
            parsed: FxHashMap::default(),
            called_by: FxHashMap::default(),
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.lines.span(range.start, range.end)
    }

    fn span_of(&self, span: proc_macro2::Span) -> Span {
        self.span(span.byte_range())
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports, and gives something that never runs.
    fn refuse(&mut self, diagnostic: Diagnostic) -> (Expr, Ty) {
        let span = diagnostic.span;
        self.report(diagnostic);
        (Expr { span, kind: Kind::Unit }, Ty::Refused)
    }

    /// Gives something that never runs, in place of what was reported somewhere else.
    fn say_nothing(&mut self, range: Range<usize>) -> (Expr, Ty) {
        (Expr { span: self.span(range), kind: Kind::Unit }, Ty::Refused)
    }

    fn not_supported(&mut self, range: Range<usize>, what: &str, hint: &str) -> (Expr, Ty) {
        let span = self.span(range);
        self.refuse(Diagnostic::not_supported(span, what).hint(hint))
    }

    fn new_label(&mut self) -> u32 {
        self.labels += 1;
        self.labels
    }

    fn main(&mut self) -> u32 {
        let Some(Named::Function(index)) = self.names.get("main") else {
            // At the end, where one could be added.
            let end = self.lines.source().trim_end().len();
            self.report(
                Diagnostic::wrong(self.span(end..end), "`main` function not found")
                    .code("E0601")
                    .hint("a program begins with `fn main() { … }`"),
            );
            return 0;
        };
        let index = *index;
        let Signature { head, params, returns, .. } = self.signatures[index as usize].clone();
        if !params.is_empty() {
            let message = "`main` function has wrong type";
            self.report(
                Diagnostic::wrong(head, message)
                    .code("E0580")
                    .label("incorrect number of function parameters")
                    .hint("`main` takes no arguments"),
            );
        }
        if returns.is_plain() && !matches!(returns, Ty::Unit) || matches!(returns, Ty::String) {
            let shown = returns.shown();
            let at = self.span_of_type(head, &shown);
            self.report(
                Diagnostic::wrong(at, format!("`main` has invalid return type `{shown}`"))
                    .code("E0277")
                    .label("`main` can only return types that implement `Termination`")
                    .hint(
                        "let it return nothing or `Result<()>`; `process::exit(…)` gives a status",
                    ),
            );
        }
        index
    }

    /// The type that a head ends with.
    fn span_of_type(&self, head: Span, shown: &str) -> Span {
        let end = head.end as usize;
        self.span(end - shown.len().min(end)..end)
    }
}
