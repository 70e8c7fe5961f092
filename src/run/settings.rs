//! The settings of a program as a list: what each is, whether a `//@` line says it, and where.
//!
//! A page shows them and writes changes back as edits of the text, so the places are exact, also in a
//! source that does not compile.

use std::ops::Range;

use super::directives::Directive;
use crate::world::{DEFAULT_LIMIT, LARGEST_DISK};

/// At most so many settings are listed.
pub const SETTINGS_LISTED: usize = 100;

/// One setting of the simulated machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The directive without its value: `handles`, `locks`, `disk`, `file data.csv`, `dir logs`,
    /// `fail write 3`.
    pub name: String,
    /// The value as it is written, or the default; empty for a directory.
    pub value: String,
    /// The value without a line; none where there is nothing without a line.
    pub default: Option<String>,
    /// Whether a line says it.
    pub said: bool,
    /// The bytes of the value. Empty where no line says it.
    pub value_at: Range<usize>,
    /// The bytes of the whole line, its line break included. Where no line says it, the place at which
    /// a line for it goes.
    pub line_at: Range<usize>,
}

/// The settings of a source, whether it compiles or not: `handles`, `locks` and `disk` first, said or
/// not, then files, directories and faults in the order of their lines. At most [`SETTINGS_LISTED`].
///
/// Of several lines that say the same of `handles`, `locks` or `disk` the last one counts and is listed.
///
/// ```
/// use leakproof::run::settings;
///
/// let source = "//@ handles: 4\nfn main() {}\n";
/// let handles = &settings(source)[0];
/// assert_eq!((handles.name.as_str(), handles.value.as_str(), handles.said), ("handles", "4", true));
/// assert_eq!(&source[handles.value_at.clone()], "4");
/// ```
pub fn settings(source: &str) -> Vec<Setting> {
    let place = place_of_a_new_line(source);
    let largest = format!("{} MiB", LARGEST_DISK >> 20);
    let limit = DEFAULT_LIMIT.to_string();
    let unsaid = [("handles", &limit), ("locks", &limit), ("disk", &largest)];
    let mut settings: Vec<Setting> = unsaid
        .into_iter()
        .map(|(name, default)| Setting {
            name: name.to_owned(),
            value: default.clone(),
            default: Some(default.clone()),
            said: false,
            value_at: place..place,
            line_at: place..place,
        })
        .collect();
    for line in lines(source) {
        let Some(said) = Directive::of(&source[line.clone()]) else { continue };
        let start = said.value.as_ptr().addr() - source.as_ptr().addr();
        let value_at = start..start + said.value.len();
        let value = said.value.to_owned();
        if let Some(setting) = settings[..unsaid.len()].iter_mut().find(|one| one.name == said.word)
        {
            // Without a colon the line says nothing, and there is a diagnostic at it.
            if said.has_value {
                *setting = Setting {
                    name: setting.name.clone(),
                    default: setting.default.take(),
                    value,
                    said: true,
                    value_at,
                    line_at: line,
                };
            }
        } else if let Some(name) = name_of(&said)
            && settings.len() < SETTINGS_LISTED
        {
            let is_directory = said.word == "dir";
            let end = value_at.end;
            settings.push(Setting {
                name,
                value: if is_directory { String::new() } else { value },
                default: None,
                said: true,
                value_at: if is_directory { end..end } else { value_at },
                line_at: line,
            });
        }
    }
    settings
}

/// The name of a file, directory or fault.
fn name_of(said: &Directive<'_>) -> Option<String> {
    let of = match (said.word, said.rest) {
        // `//@ dir: logs` is as good as `//@ dir logs`.
        ("dir", "") => said.value,
        ("dir" | "file" | "fail", rest) => rest,
        _ => "",
    };
    (!of.is_empty()).then(|| format!("{} {of}", said.word))
}

/// The bytes of each line with its line break.
fn lines(source: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    source.split_inclusive('\n').scan(0, |start, line| {
        let range = *start..*start + line.len();
        *start = range.end;
        Some(range)
    })
}

/// After the directives that the source begins with, as far as those are whole lines.
fn place_of_a_new_line(source: &str) -> usize {
    let directives = lines(source).take_while(|line| {
        let text = &source[line.clone()];
        text.ends_with('\n') && Directive::of(text).is_some()
    });
    directives.last().map_or(0, |line| line.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings, a line each: name, value, and in brackets the value and the line in the source.
    fn listed(source: &str) -> String {
        let listed = settings(source).into_iter().map(|setting| {
            let Setting { name, value, default, said, value_at, line_at } = setting;
            assert_eq!(said, !line_at.is_empty());
            match said {
                true => format!("{name}={value} [{}] {:?}", &source[value_at], &source[line_at]),
                false => {
                    assert_eq!(Some(&value), default.as_ref());
                    format!("{name}={value} at {}", line_at.start)
                }
            }
        });
        listed.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_no_line_says_has_its_default_and_a_place_for_a_line() {
        let source = "//@ title: One\n//@ say: Two\nfn main() {}\n";
        assert_eq!(listed(source), "handles=16 at 28\nlocks=16 at 28\ndisk=64 MiB at 28");
        assert_eq!(listed(""), "handles=16 at 0\nlocks=16 at 0\ndisk=64 MiB at 0");
        // A line cannot go after one that has no end.
        assert_eq!(listed("//@ title: One"), "handles=16 at 0\nlocks=16 at 0\ndisk=64 MiB at 0");
    }

    #[test]
    fn what_a_line_says_has_the_places_of_its_value_and_line() {
        let source = "//@ handles :  4 \r\n  //@ disk: 64 B\n//@ file ä.csv: 1,2\\n\n//@dir logs\n\
            //@ fail write 3: no space";
        let expected = r#"handles=4 [4] "//@ handles :  4 \r\n"
locks=16 at 71
disk=64 B [64 B] "  //@ disk: 64 B\n"
file ä.csv=1,2\n [1,2\n] "//@ file ä.csv: 1,2\\n\n"
dir logs= [] "//@dir logs\n"
fail write 3=no space [no space] "//@ fail write 3: no space""#;
        assert_eq!(listed(source), expected);
    }

    #[test]
    fn a_source_that_does_not_compile_has_settings_too() {
        let said = listed("//@ handles: many\n//@ locks 3\n//@ file\n//@ what: 1\nfn main( {");
        assert_eq!(said.lines().next(), Some(r#"handles=many [many] "//@ handles: many\n""#));
        assert!(said.contains("\nlocks=16 at "), "{said}");
        assert_eq!(said.lines().count(), 3);
    }

    #[test]
    fn the_last_line_counts() {
        let said = listed("//@ handles: 4\n//@ handles: 5\n");
        assert_eq!(said.lines().next(), Some(r#"handles=5 [5] "//@ handles: 5\n""#));
        assert_eq!(said.lines().count(), 3);
    }

    #[test]
    fn of_very_many_lines_the_first_are_listed() {
        let source = "//@ dir a\n".repeat(1000) + "//@ handles: 4\n";
        let settings = settings(&source);
        assert_eq!((settings.len(), settings[0].said), (SETTINGS_LISTED, true));
    }

    #[test]
    fn a_line_written_at_its_place_says_what_it_is_to_say() {
        for source in ["", "//@ title: One\nfn main() {}", "//@ title: One", "fn main() {}"] {
            let place = settings(source)[0].line_at.start;
            let changed = format!("{}//@ handles: 7\n{}", &source[..place], &source[place..]);
            let handles = &settings(&changed)[0];
            assert_eq!((handles.value.as_str(), handles.said), ("7", true), "{changed:?}");
            assert!(source.is_empty() || changed.lines().count() == source.lines().count() + 1);
        }
    }
}
