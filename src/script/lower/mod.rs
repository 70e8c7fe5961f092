//! From the syntax tree to the form that runs: names become slots and indexes, drop scopes and
//! temporaries become explicit, and what `rustc` would refuse is reported where that can be seen.
//!
//! Lowering goes on after a mistake, so that one check reports several.

mod access;
mod call;
mod context;
mod control;
mod count;
mod exhaustive;
mod exits;
mod expr;
mod fields;
mod items;
mod library;
mod literal;
mod macros;
mod mismatch;
mod names;
mod pattern;
mod place;
mod question;
mod span;
mod traits;
mod types;
mod unknown;

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use self::context::Context;
use self::types::Ty;
use super::diagnostic::{Diagnostic, Lines, Span};
use super::ir::{Expr, Function, Kind, Program, Receiver, Type};

/// Lowers a file, and says what is wrong with it. With anything wrong it is not to be run.
pub(super) fn lower(file: &syn::File, lines: &Lines<'_>) -> (Program, Vec<Diagnostic>) {
    let mut lowerer = Lowerer::new(lines);
    lowerer.check_attributes(&file.attrs);
    lowerer.declare_items(&file.items.iter().collect::<Vec<_>>());
    let main = lowerer.main();
    let functions = lowerer.functions.into_iter().flatten().collect();
    let methods = lowerer.methods;
    (Program { source: lines.source().into(), functions, main, methods }, lowerer.diagnostics)
}

struct Lowerer<'s> {
    lines: &'s Lines<'s>,
    diagnostics: Vec<Diagnostic>,
    /// What a name of the program's own means.
    names: FxHashMap<String, Named>,
    /// Names that `use` made shorter, with the path each stands for.
    uses: FxHashMap<String, Vec<String>>,
    signatures: Vec<Signature>,
    /// In the order of the signatures; `None` until its body is lowered.
    functions: Vec<Option<Rc<Function>>>,
    methods: FxHashMap<(Rc<str>, Rc<str>), u32>,
    /// Names of items that were refused, which nothing more is said about.
    refused: FxHashSet<String>,
    /// Names of type parameters and associated types, wherever they are declared.
    parameters: FxHashSet<String>,
    /// The types of the fields of a struct or variant.
    fields: FxHashMap<(Rc<str>, u32), Vec<Ty>>,
    /// The program's own traits.
    traits: FxHashMap<String, traits::Trait>,
    /// The type of `Self`, within an `impl`.
    self_type: Option<Rc<str>>,
    /// The function that is being lowered; the last one is the innermost closure.
    contexts: Vec<Context>,
    labels: u32,
    /// The type the value that is being lowered was declared to have.
    wanted: Option<super::ir::Wanted>,
    /// The slots of temporaries that a `let` extends, by the address of the expression they hold,
    /// which does not move while the tree is borrowed.
    extended: FxHashMap<usize, u32>,
}

#[derive(Clone)]
enum Named {
    Function(u32),
    Constant(u32),
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
    fn new(lines: &'s Lines<'s>) -> Self {
        Self {
            lines,
            diagnostics: Vec::new(),
            names: FxHashMap::default(),
            uses: FxHashMap::default(),
            signatures: Vec::new(),
            functions: Vec::new(),
            methods: FxHashMap::default(),
            refused: FxHashSet::default(),
            parameters: FxHashSet::default(),
            fields: FxHashMap::default(),
            traits: FxHashMap::default(),
            self_type: None,
            contexts: Vec::new(),
            labels: 0,
            wanted: None,
            extended: FxHashMap::default(),
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
        if matches!(returns, Ty::Plain(name) if name != "()") || matches!(returns, Ty::String) {
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
