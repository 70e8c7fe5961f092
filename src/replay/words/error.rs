//! What the system means by its errors.

use super::text::one_line;

/// The errors of the system by their names, with what each of them means for a path.
///
/// The names are those of POSIX, as `world` writes them: a journal has them as texts.
const MEANINGS: [(&str, &str); 10] = [
    ("not found", "There is nothing at that path."),
    ("already exists", "There is something at that path already."),
    ("is a directory", "That path is a directory, not a file."),
    ("not a directory", "A part of that path is a file, not a directory."),
    ("directory not empty", "A directory must be empty before it can be removed or replaced."),
    ("bad handle", "The handle is not open, or it was not opened for this operation."),
    ("denied", "The system does not allow it, for example because the file is read-only."),
    ("invalid", "The arguments make no sense to the system."),
    ("i/o error", "The device failed."),
    ("busy", "Somebody else holds the lock."),
];

/// The names of the errors that need a look at the machine to be explained.
const SHORTAGES: [&str; 2] = ["too many open files", "no space"];

/// Whether the system answers with that error.
pub(super) fn is(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(": "))
}

/// What an error of the system means; nothing for an error of the program's own.
pub(super) fn meaning(text: &str) -> &'static str {
    let found = MEANINGS.iter().find(|(name, _)| is(text, name));
    found.map_or("", |(_, meaning)| meaning)
}

/// An error without the path, where it only repeats the one that the sentence names.
pub(super) fn without_path(text: &str, path: &str) -> String {
    let own = text.strip_suffix(path).filter(|_| !path.is_empty());
    // An error on an open handle has the absolute path.
    let own = own.map(|text| text.strip_suffix('/').unwrap_or(text));
    match own.and_then(|text| text.strip_suffix(": ")) {
        Some(error) => one_line(error),
        None => match split(text) {
            Some((name, path)) => format!("{name} ({})", super::text::name(path)),
            None => super::text::message(text),
        },
    }
}

/// The name of a system's error, and the path it tells of.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let (name, path) = text.split_once(": ")?;
    let known = MEANINGS.iter().map(|meaning| meaning.0).chain(SHORTAGES);
    known.into_iter().any(|known| known == name).then_some((name, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_the_sentence_names_is_left_out() {
        assert_eq!(without_path("no space: /a/b.txt", "a/b.txt"), "no space");
        assert_eq!(without_path("not found: b", "b"), "not found");
        assert_eq!(without_path("no space: /moved", "b"), "no space (`/moved`)");
        assert_eq!(without_path("bad batch", "b"), "`bad batch`");
    }
}
