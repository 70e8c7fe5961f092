//! Where a piece of the syntax tree begins and ends. The parser keeps places only at the tokens.

use std::ops::Range;

use proc_macro2::Span;
use syn::{Expr, Pat};

fn of(span: Span) -> Range<usize> {
    span.byte_range()
}

fn from_to(start: Range<usize>, end: Range<usize>) -> Range<usize> {
    start.start..end.end.max(start.end)
}

/// The bytes of a path.
pub(in crate::rust) fn path(path: &syn::Path) -> Range<usize> {
    let first = path.segments.first().map_or(0..0, |segment| of(segment.ident.span()));
    let last = path.segments.last();
    let end = last.map_or(first.clone(), |segment| match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => of(arguments.gt_token.spans[0]),
        _ => of(segment.ident.span()),
    });
    from_to(first, end)
}

/// The bytes of a literal.
pub(in crate::rust) fn literal(lit: &syn::Lit) -> Range<usize> {
    of(lit.span())
}

/// The bytes of a macro call.
pub(in crate::rust) fn mac(mac: &syn::Macro) -> Range<usize> {
    let end = match &mac.delimiter {
        syn::MacroDelimiter::Paren(token) => token.span.close(),
        syn::MacroDelimiter::Brace(token) => token.span.close(),
        syn::MacroDelimiter::Bracket(token) => token.span.close(),
    };
    from_to(path(&mac.path), of(end))
}

/// The bytes of a block with its braces.
pub(in crate::rust) fn block(block: &syn::Block) -> Range<usize> {
    from_to(of(block.brace_token.span.open()), of(block.brace_token.span.close()))
}

/// The bytes of a function without its body.
pub(in crate::rust) fn signature(sig: &syn::Signature) -> Range<usize> {
    let end = match &sig.output {
        syn::ReturnType::Default => of(sig.paren_token.span.close()),
        syn::ReturnType::Type(_, output) => ty(output),
    };
    from_to(of(sig.fn_token.span), end)
}

/// The bytes of `self`, `&mut self` and the like.
pub(in crate::rust) fn receiver(receiver: &syn::Receiver) -> Range<usize> {
    let word = of(receiver.self_token.span);
    let start = match (&receiver.kind, &receiver.mutability) {
        (syn::ReceiverKind::Reference(and, ..), _) => of(and.spans[0]),
        (_, Some(token)) => of(token.span),
        _ => word.clone(),
    };
    match &receiver.kind {
        syn::ReceiverKind::Typed(_, typed) => from_to(start, ty(typed)),
        _ => from_to(start, word),
    }
}

/// The bytes of an expression.
pub(in crate::rust) fn expr(tree: &Expr) -> Range<usize> {
    match tree {
        Expr::Array(e) => of(e.bracket_token.span.join()),
        Expr::Assign(e) => from_to(expr(&e.left), expr(&e.right)),
        Expr::Async(e) => from_to(of(e.async_token.span), block(&e.block)),
        Expr::Await(e) => from_to(expr(&e.base), of(e.await_token.span)),
        Expr::Binary(e) => from_to(expr(&e.left), expr(&e.right)),
        Expr::Block(e) => from_to(
            e.label.as_ref().map_or(block(&e.block), |label| of(label.name.apostrophe)),
            block(&e.block),
        ),
        Expr::Break(e) => {
            let word = of(e.break_token.span);
            let end = e.expr.as_ref().map(|value| expr(value));
            let label = e.label.as_ref().map(|label| of(label.ident.span()));
            from_to(word.clone(), end.or(label).unwrap_or(word))
        }
        Expr::Call(e) => from_to(expr(&e.func), of(e.paren_token.span.close())),
        Expr::Cast(e) => from_to(expr(&e.expr), ty(&e.ty)),
        Expr::Closure(e) => {
            let start =
                e.capture.as_ref().map_or(of(e.inputs_begin.spans[0]), |word| of(word.span));
            from_to(start, expr(&e.body))
        }
        Expr::Const(e) => from_to(of(e.const_token.span), block(&e.block)),
        Expr::Continue(e) => {
            let word = of(e.continue_token.span);
            from_to(word.clone(), e.label.as_ref().map_or(word, |label| of(label.ident.span())))
        }
        Expr::Field(e) => from_to(expr(&e.base), member(&e.member)),
        Expr::ForLoop(e) => from_to(of(e.for_token.span), block(&e.body)),
        Expr::Group(e) => expr(&e.expr),
        Expr::If(e) => from_to(
            of(e.if_token.span),
            e.else_branch.as_ref().map_or(block(&e.then_branch), |(_, branch)| expr(branch)),
        ),
        Expr::Index(e) => from_to(expr(&e.expr), of(e.bracket_token.span.close())),
        Expr::Infer(e) => of(e.underscore_token.spans[0]),
        Expr::Let(e) => from_to(of(e.let_token.span), expr(&e.expr)),
        Expr::Lit(e) => literal(&e.lit),
        Expr::Loop(e) => from_to(of(e.loop_token.span), block(&e.body)),
        Expr::Macro(e) => mac(&e.mac),
        Expr::Match(e) => from_to(of(e.match_token.span), of(e.brace_token.span.close())),
        Expr::MethodCall(e) => from_to(expr(&e.receiver), of(e.paren_token.span.close())),
        Expr::Paren(e) => of(e.paren_token.span.join()),
        Expr::Path(e) => path(&e.path),
        Expr::Range(e) => {
            let dots = match &e.limits {
                syn::RangeLimits::HalfOpen(token) => of(token.spans[0]),
                syn::RangeLimits::Closed(token) => of(token.spans[0]),
            };
            from_to(
                e.start.as_ref().map_or(dots.clone(), |start| expr(start)),
                e.end.as_ref().map_or(dots, |end| expr(end)),
            )
        }
        Expr::RawAddr(e) => from_to(of(e.and_token.spans[0]), expr(&e.expr)),
        Expr::Reference(e) => from_to(of(e.and_token.spans[0]), expr(&e.expr)),
        Expr::Repeat(e) => of(e.bracket_token.span.join()),
        Expr::Return(e) => {
            let word = of(e.return_token.span);
            from_to(word.clone(), e.expr.as_ref().map_or(word, |value| expr(value)))
        }
        Expr::Struct(e) => from_to(path(&e.path), of(e.brace_token.span.close())),
        Expr::Try(e) => from_to(expr(&e.expr), of(e.question_token.spans[0])),
        Expr::TryBlock(e) => from_to(of(e.try_token.span), block(&e.block)),
        Expr::Tuple(e) => of(e.paren_token.span.join()),
        Expr::Unary(e) => {
            let start = match &e.op {
                syn::UnOp::Deref(token) => of(token.spans[0]),
                syn::UnOp::Not(token) => of(token.spans[0]),
                syn::UnOp::Neg(token) => of(token.spans[0]),
                _ => expr(&e.expr),
            };
            from_to(start, expr(&e.expr))
        }
        Expr::Unsafe(e) => from_to(of(e.unsafe_token.span), block(&e.block)),
        Expr::While(e) => from_to(of(e.while_token.span), block(&e.body)),
        Expr::Yield(e) => of(e.yield_token.span),
        Expr::Verbatim(tokens) => tokens_range(tokens),
        _ => 0..0,
    }
}

/// The bytes of a field's name or number.
pub(in crate::rust) fn member(member: &syn::Member) -> Range<usize> {
    match member {
        syn::Member::Named(name) => of(name.span()),
        syn::Member::Unnamed(index) => of(index.span),
    }
}

/// The bytes of a pattern.
pub(in crate::rust) fn pat(tree: &Pat) -> Range<usize> {
    match tree {
        Pat::Ident(p) => {
            let name = of(p.ident.span());
            let word = p
                .by_ref
                .as_ref()
                .map(|word| word.span)
                .or(p.mutability.as_ref().map(|word| word.span));
            let start = word.map_or(name.clone(), of);
            from_to(start, p.subpat.as_ref().map_or(name, |(_, within)| pat(within)))
        }
        Pat::Lit(p) => literal(&p.lit),
        Pat::Macro(p) => mac(&p.mac),
        Pat::Or(p) => match (p.cases.first(), p.cases.last()) {
            (Some(first), Some(last)) => from_to(pat(first), pat(last)),
            _ => 0..0,
        },
        Pat::Paren(p) => of(p.paren_token.span.join()),
        Pat::Path(p) => path(&p.path),
        Pat::Reference(p) => from_to(of(p.and_token.spans[0]), pat(&p.pat)),
        Pat::Rest(p) => of(p.dot2_token.spans[0]),
        Pat::Slice(p) => of(p.bracket_token.span.join()),
        Pat::Struct(p) => from_to(path(&p.path), of(p.brace_token.span.close())),
        Pat::Tuple(p) => of(p.paren_token.span.join()),
        Pat::TupleStruct(p) => from_to(path(&p.path), of(p.paren_token.span.close())),
        Pat::Type(p) => from_to(pat(&p.pat), ty(&p.ty)),
        Pat::Wild(p) => of(p.underscore_token.spans[0]),
        Pat::Verbatim(tokens) => tokens_range(tokens),
        _ => 0..0,
    }
}

/// The bytes of a type.
pub(in crate::rust) fn ty(tree: &syn::Type) -> Range<usize> {
    match tree {
        syn::Type::Path(t) => path(&t.path),
        syn::Type::Reference(t) => from_to(of(t.and_token.spans[0]), ty(&t.elem)),
        syn::Type::Tuple(t) => of(t.paren_token.span.join()),
        syn::Type::Paren(t) => of(t.paren_token.span.join()),
        syn::Type::Array(t) => of(t.bracket_token.span.join()),
        syn::Type::Slice(t) => of(t.bracket_token.span.join()),
        syn::Type::ImplTrait(t) => of(t.impl_token.span),
        syn::Type::TraitObject(t) => t.dyn_token.as_ref().map_or(0..0, |word| of(word.span)),
        syn::Type::Infer(t) => of(t.underscore_token.spans[0]),
        syn::Type::Never(t) => of(t.bang_token.spans[0]),
        syn::Type::Ptr(t) => from_to(of(t.star_token.spans[0]), ty(&t.elem)),
        syn::Type::FnPtr(t) => from_to(of(t.fn_token.span), of(t.paren_token.span.close())),
        syn::Type::Macro(t) => mac(&t.mac),
        syn::Type::Group(t) => ty(&t.elem),
        syn::Type::Verbatim(tokens) => tokens_range(tokens),
        _ => 0..0,
    }
}

/// The first bytes of an item: its keyword and name.
pub(in crate::rust) fn item(tree: &syn::Item) -> Range<usize> {
    use syn::Item;
    let named = |word: Span, name: &syn::Ident| from_to(of(word), of(name.span()));
    match tree {
        Item::Const(i) => named(i.const_token.span, &i.ident),
        Item::Enum(i) => named(i.enum_token.span, &i.ident),
        Item::ExternCrate(i) => named(i.extern_token.span, &i.ident),
        Item::Fn(i) => signature(&i.sig),
        Item::ForeignMod(i) => of(i.abi.extern_token.span),
        Item::Impl(i) => of(i.impl_token.span),
        Item::Macro(syn::ItemMacro { ident: Some(name), mac, .. }) => {
            from_to(path(&mac.path), of(name.span()))
        }
        Item::Macro(i) => mac(&i.mac),
        Item::Mod(i) => named(i.mod_token.span, &i.ident),
        Item::Static(i) => named(i.static_token.span, &i.ident),
        Item::Struct(i) => named(i.struct_token.span, &i.ident),
        Item::Trait(i) => named(i.trait_token.span, &i.ident),
        Item::Type(i) => named(i.type_token.span, &i.ident),
        Item::Union(i) => named(i.union_token.span, &i.ident),
        Item::Use(i) => of(i.use_token.span),
        Item::Verbatim(tokens) => tokens_range(tokens),
        _ => 0..0,
    }
}

fn tokens_range(tokens: &proc_macro2::TokenStream) -> Range<usize> {
    let mut tokens = tokens.clone().into_iter();
    let Some(first) = tokens.next() else { return 0..0 };
    let first = of(first.span());
    from_to(first.clone(), tokens.last().map_or(first, |last| of(last.span())))
}
