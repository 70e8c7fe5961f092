//! A look at the source before it is parsed: the parser recurses, and a recursion that a person can
//! make as deep as they like must be bounded before it begins.

use crate::journal::numbers::count;
use crate::run::diagnostic::{Diagnostic, Lines};
use crate::run::limits::{MAX_BRACKETS, MAX_CHAIN, MAX_SOURCE};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Refuses a source that is too long or in which brackets are nested too deeply.
///
/// Works on bytes, before there are tokens, since making tokens recurses too. Brackets in texts and
/// comments count as brackets would; nobody writes so many of them there.
pub(in crate::rust) fn check_source(source: &str, lines: &Lines<'_>) -> Result<(), Diagnostic> {
    if source.len() > MAX_SOURCE {
        let (length, most) = (count(source.len() as u64), count(MAX_SOURCE as u64));
        let message = format!("the program has {length} bytes, and the limit is {most}");
        let hint = "leave out what it can do without";
        return Err(Diagnostic::stopped(lines.span(MAX_SOURCE, MAX_SOURCE), message).hint(hint));
    }
    let mut depth = 0_usize;
    for (at, byte) in source.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 2 * MAX_BRACKETS {
            return Err(too_deep(lines.span(at, at + 1)));
        }
    }
    Ok(())
}

/// Refuses tokens that would make a tree that is too deep.
pub(in crate::rust) fn check_tokens(
    tokens: &TokenStream,
    lines: &Lines<'_>,
) -> Result<(), Diagnostic> {
    check_level(tokens.clone(), lines, 0, 0)
}

fn check_level(
    tokens: TokenStream,
    lines: &Lines<'_>,
    depth: usize,
    before: usize,
) -> Result<(), Diagnostic> {
    let mut chain = before;
    let mut after_block = false;
    for token in tokens {
        let range = token.span().byte_range();
        let span = lines.span(range.start, range.end);
        // `} else` and `}.method()` go on with what came before; any other word after a block
        // begins something new.
        if after_block && matches!(&token, TokenTree::Ident(word) if word != "else" && word != "as")
        {
            chain = before;
        }
        after_block = false;
        match token {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ';' | ',') => chain = before,
            TokenTree::Group(group) => {
                if depth >= MAX_BRACKETS {
                    return Err(too_deep(span));
                }
                chain += 1;
                check_level(group.stream(), lines, depth + 1, chain)?;
                after_block = group.delimiter() == Delimiter::Brace;
            }
            _ => chain += 1,
        }
        if chain > MAX_CHAIN {
            let most = count(MAX_CHAIN as u64);
            let message = format!("this is longer than {most} words and signs in one piece");
            return Err(Diagnostic::stopped(span, message).hint("divide it with `let`"));
        }
    }
    Ok(())
}

fn too_deep(span: crate::run::Span) -> Diagnostic {
    let most = count(MAX_BRACKETS as u64);
    let message = format!("brackets are nested more than {most} deep");
    Diagnostic::stopped(span, message).hint("divide it with `let` or a function of its own")
}
