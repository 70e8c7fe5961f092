//! Reads the edits that a sentence tells a person to make: "Change `a` on line 3 to `b`", "Delete the
//! `a` on line 3 and the `b` on line 5", "Swap lines 3 and 4".

/// An edit of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit<'t> {
    /// The code that is there.
    pub code: &'t str,
    /// The line that has it, from 1.
    pub line: usize,
    /// The code that takes its place; none to delete it.
    pub replacement: Option<&'t str>,
}

/// The code that a sentence quotes on a line, and what it tells to do with it.
pub fn edits(sentence: &str) -> Vec<Edit<'_>> {
    // Plain text and code by turns.
    let parts: Vec<&str> = sentence.split('`').collect();
    let quoted = (1..parts.len()).step_by(2);
    quoted
        .filter_map(|index| {
            let after = parts.get(index + 1)?.strip_prefix(" on line ")?;
            let replaced = after.trim_start_matches(|c: char| c.is_ascii_digit()) == " to ";
            let replacement = replaced.then(|| parts[index + 2]);
            Some(Edit { code: parts[index], line: number(after)?, replacement })
        })
        .collect()
}

/// The two lines that a sentence tells to swap, from 1.
pub fn swap(sentence: &str) -> Option<(usize, usize)> {
    let (one, other) = sentence.split_once("Swap lines ")?.1.split_once(" and ")?;
    Some((number(one)?, number(other)?))
}

/// All lines that a sentence names, from 1.
pub fn lines_named(sentence: &str) -> Vec<usize> {
    let names = ["line ", "Line "].into_iter().flat_map(|name| sentence.split(name).skip(1));
    let swapped = swap(sentence).into_iter().flat_map(|(one, other)| [one, other]);
    names.filter_map(number).chain(swapped).collect()
}

/// A program with the edits made that the sentence tells to make.
pub fn edited(source: &str, sentence: &str) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    for Edit { code, line, replacement } in edits(sentence) {
        lines[line - 1] = lines[line - 1].replacen(code, replacement.unwrap_or_default(), 1);
    }
    if let Some((one, other)) = swap(sentence) {
        lines.swap(one - 1, other - 1);
    }
    lines.join("\n")
}

/// The number that a text begins with.
fn number(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

#[test]
fn an_edit_is_read_as_a_person_reads_it() {
    let source = "a = 1;\nb = 2;\nc = 3;";
    assert_eq!(edited(source, "Change `2` on line 2 to `5`."), "a = 1;\nb = 5;\nc = 3;");
    assert_eq!(
        edited(source, "Delete the `a` on line 1 and the `;` on line 3. See `b`."),
        " = 1;\nb = 2;\nc = 3"
    );
    assert_eq!(edited(source, "Swap lines 1 and 3. `c` is first."), "c = 3;\nb = 2;\na = 1;");
    assert_eq!(edited(source, "Press “Start again on this disk”. `b` is 2."), source);
}
