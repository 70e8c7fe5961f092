//! The verdict in words: what was lost first, then what was closed.

use crate::journal::{Exit, ResourceKind};
use crate::replay::scene::Scene;
use crate::replay::tally::Number;
use crate::replay::verdict::{Verdict, VerdictPart};

use super::numbers::{bytes, count, plural};
use super::text::capitalised;

/// The sentences of a verdict.
pub(in crate::replay) fn parts(scene: Scene<'_>, verdict: &Verdict) -> Vec<VerdictPart> {
    let mut told = Parts { scene, verdict, list: Vec::new() };
    match verdict.exit {
        _ if !scene.is_over() => told.while_it_runs(),
        Some(Exit::Called | Exit::Aborted | Exit::Killed | Exit::Stopped) => told.cut_short(),
        _ => told.ended(),
    }
    told.list
}

/// `2 files`, `1 lock`, `2 files and 1 lock`.
pub(super) fn noun(number: Number) -> String {
    let files = plural(number.files as u64, "file", "files");
    let locks = plural(number.locks as u64, "lock", "locks");
    match (number.files, number.locks) {
        (_, 0) => files,
        (0, _) => locks,
        _ => format!("{files} and {locks}"),
    }
}

/// `2 files are open`, `1 lock is held`.
pub(super) fn are_open(number: Number) -> String {
    let open = if number.files == 0 && number.locks > 0 { "held" } else { "open" };
    format!("{} {} {open}.", noun(number), are(number.all()))
}

/// `2 files are still open`.
pub(super) fn still(number: Number) -> String {
    are_open(number).replacen(" are ", " are still ", 1).replacen(" is ", " is still ", 1)
}

fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

fn were(number: u64) -> &'static str {
    if number == 1 { "was" } else { "were" }
}

struct Parts<'a> {
    scene: Scene<'a>,
    verdict: &'a Verdict,
    list: Vec<VerdictPart>,
}

impl Parts<'_> {
    fn say(&mut self, text: impl AsRef<str>, step: Option<u32>) {
        let text = capitalised(text.as_ref());
        self.list.push(VerdictPart { text, step: step.map(|step| step as usize) });
    }

    fn acquired(&self) -> Number {
        self.scene.replay.facts.tally.acquired.until(self.scene.step)
    }

    fn while_it_runs(&mut self) {
        let scene = self.scene;
        let tally = &scene.replay.facts.tally;
        let travels = scene.travels();
        let traveller = match (travels.panic, travels.error) {
            (Some(panic), _) => Some(("A panic", panic)),
            (None, error) => error.map(|error| ("An error", error)),
        };
        if let Some((what, raised)) = traveller {
            self.say(format!("{what} is on its way."), Some(raised));
        }
        let (acquired, open) = (self.acquired(), tally.open(scene.step));
        let forgotten = tally.forgotten.until(scene.step) - tally.forgotten_gone.until(scene.step);
        let youngest = [ResourceKind::File, ResourceKind::Lock]
            .into_iter()
            .filter_map(|kind| {
                scene.open(1, kind).first().map(|&index| scene.resource(index).acquired)
            })
            .max();
        match (acquired.all(), open.all()) {
            (0, _) => self.say("Nothing is open yet.", None),
            (_, 0) => self.say("Nothing is open.", tally.released.last(scene.step)),
            _ if traveller.is_some() => self.say(still_open(open, acquired), youngest),
            _ => self.say(are_open(open), youngest),
        }
        if forgotten.all() > 0 {
            let text = match (forgotten.all(), open.all()) {
                (1, 1) => "It was forgotten: nobody will release it.".to_owned(),
                (all, open) if all == open => {
                    "All were forgotten: nobody will release them.".to_owned()
                }
                (1, _) => "1 of them was forgotten: nobody will release it.".to_owned(),
                (some, _) => {
                    format!(
                        "{} of them were forgotten: nobody will release them.",
                        count(some as u64)
                    )
                }
            };
            self.say(text, tally.forgotten.last(scene.step));
        }
        let refused = tally.refused.until(scene.step);
        if refused.all() > 0 {
            self.say(
                format!("{} could not be {}.", noun(refused), opened(refused)),
                tally.refused.last(scene.step),
            );
        }
        self.failed(None);
        match self.verdict.lost_bytes {
            0 if acquired.all() == 0 => {}
            0 => self.say("No written byte is lost so far.", None),
            _ => self.lost(),
        }
    }

    /// The program was ended where it stood.
    fn cut_short(&mut self) {
        let scene = self.scene;
        let tally = &scene.replay.facts.tally;
        let exited = scene.exited();
        let open = exited.map_or_else(Number::default, |exited| tally.open(exited));
        let status = self.verdict.status;
        let what = match self.verdict.exit {
            Some(Exit::Called) => format!("`exit({status})` ended the program"),
            Some(Exit::Aborted) => "The program aborted".to_owned(),
            Some(Exit::Killed) => "The program was killed".to_owned(),
            _ => "The playground stopped the program".to_owned(),
        };
        match (open.files, open.locks) {
            (0, 0) => self.say(format!("{what}. Nothing was open."), exited),
            (0, _) => self.say(format!("{what} with {} held.", noun(open)), exited),
            _ => self.say(format!("{what} with {} open.", noun(open)), exited),
        }
        self.failed(None);
        match self.verdict.lost_bytes {
            0 if open.files > 0 && self.verdict.still_open == 0 => {
                self.say("No written byte was lost.", None)
            }
            _ => self.lost(),
        }
    }

    /// The program came to its end, however that came about.
    fn ended(&mut self) {
        let scene = self.scene;
        let tally = &scene.replay.facts.tally;
        let step = scene.step;
        let exited = scene.exited();
        let travelled = exited.map(|exited| scene.at(exited - 1).travels()).unwrap_or_default();
        let raised = match self.verdict.exit {
            Some(Exit::Panicked) => {
                self.say("A panic ended the program.", exited);
                travelled.panic
            }
            Some(Exit::Failed) => {
                self.say("An error ended the program.", exited);
                travelled.error
            }
            Some(_) if self.verdict.status != 0 => {
                self.say(format!("`main` returned status {}.", self.verdict.status), exited);
                None
            }
            _ => None,
        };
        let (acquired, refused) = (self.acquired(), tally.refused.until(step));
        let tries = acquired + refused;
        if tries.all() == 0 {
            return self.say("The program opened nothing.", None);
        }
        let others = refused.all() > 0;
        if others {
            let text = match share(refused, tries, false) {
                Share::All(1) => format!("The {} could not be {}.", one(tries), opened(refused)),
                Share::All(_) => {
                    format!("None of the {} could be {}.", noun(tries), opened(refused))
                }
                Share::Some(subject) => format!("{subject} could not be {}.", opened(refused)),
            };
            self.say(text, tally.refused.last(step));
        }
        let unclosed = match exited {
            Some(exited) => tally.open(exited),
            // The journal of a compiled program does not say when it ended.
            None => tally.open(step) + tally.reaped.until(step),
        };
        let failed = tally.failed.until(step);
        if unclosed.all() > 0 {
            let proof = tally.leaked.first(step);
            self.say(unclosed_in_words(unclosed, acquired, others), proof);
        } else if failed.all() == 0 && acquired.all() > 0 {
            let on_the_way = raised.map_or(0, |raised| {
                (tally.released.until(step) - tally.released.until(raised)).all()
            });
            let how = match on_the_way {
                0 => String::new(),
                some if some == acquired.all() => " on the way".to_owned(),
                some => format!(", {} of them on the way", count(some as u64)),
            };
            self.say(closed_in_words(acquired, others, &how), tally.released.last(step));
        }
        self.failed(Some(acquired));
        self.lost();
    }

    /// How many clean-ups failed, of how many.
    fn failed(&mut self, of: Option<Number>) {
        let tally = &self.scene.replay.facts.tally;
        let failed = tally.failed.until(self.scene.step);
        let others = tally.refused.until(self.scene.step).all() > 0;
        if failed.all() == 0 {
            return;
        }
        let closing = if failed.files == 0 { "Freeing" } else { "Closing" };
        let text = match of.map(|of| share(failed, of, others)) {
            None => format!("{closing} {} failed.", noun(failed)),
            Some(Share::All(1)) if others => format!("{closing} the other one failed."),
            Some(Share::All(all)) if others => {
                format!("{closing} the other {} failed.", count(all as u64))
            }
            Some(Share::All(1)) => format!("{closing} the {} failed.", one(failed)),
            Some(Share::All(2)) => format!("{closing} both {} failed.", many(failed)),
            Some(Share::All(all)) => {
                format!("{closing} all {} {} failed.", count(all as u64), many(failed))
            }
            Some(Share::Some(subject)) => format!("{closing} {subject} failed."),
        };
        self.say(text, tally.failed.last(self.scene.step));
    }

    fn lost(&mut self) {
        let lost = self.verdict.lost_bytes;
        if lost > 0 {
            let last = self.scene.replay.facts.tally.last_loss(self.scene.step);
            self.say(format!("{} {} lost.", bytes(lost), were(lost)), last);
        }
    }
}

/// A part of a number of files and locks.
enum Share {
    /// So many, all of one kind.
    All(usize),
    /// `1 of 2 files`; where there are both kinds, the part alone.
    Some(String),
}

fn share(part: Number, whole: Number, others: bool) -> Share {
    let mixed = whole.files > 0 && whole.locks > 0;
    match (part.all(), whole.all()) {
        _ if mixed => Share::Some(noun(part)),
        (part, whole) if part == whole => Share::All(whole),
        (some, all) if others => {
            Share::Some(format!("{} of the other {}", count(some as u64), count(all as u64)))
        }
        (some, all) => {
            Share::Some(format!("{} of {} {}", count(some as u64), count(all as u64), many(whole)))
        }
    }
}

fn one(number: Number) -> &'static str {
    if number.files > 0 { "file" } else { "lock" }
}

fn many(number: Number) -> &'static str {
    if number.files > 0 { "files" } else { "locks" }
}

fn opened(number: Number) -> &'static str {
    if number.files > 0 { "opened" } else { "taken" }
}

fn closed(number: Number) -> &'static str {
    if number.files > 0 { "closed" } else { "freed" }
}

fn still_open(open: Number, acquired: Number) -> String {
    let is = are(open.all());
    let state = if acquired.files == 0 { "held" } else { "open" };
    match share(open, acquired, false) {
        Share::All(1) => format!("The {} is still {state}.", one(acquired)),
        Share::All(2) => format!("Both {} are still {state}.", many(acquired)),
        Share::All(all) => {
            format!("All {} {} are still {state}.", count(all as u64), many(acquired))
        }
        Share::Some(subject) => format!("{subject} {is} still {state}."),
    }
}

fn unclosed_in_words(unclosed: Number, acquired: Number, others: bool) -> String {
    let closed = closed(unclosed);
    let was = were(unclosed.all() as u64);
    match share(unclosed, acquired, others) {
        Share::All(1) if others => format!("The other one was never {closed}."),
        Share::All(all) if others => {
            format!("The other {} were never {closed}.", count(all as u64))
        }
        Share::All(1) => format!("The {} was never {closed}.", one(acquired)),
        Share::All(2) => format!("Neither {} was {closed}.", one(acquired)),
        Share::All(all) => {
            format!("None of the {} {} was {closed}.", count(all as u64), many(acquired))
        }
        Share::Some(subject) => format!("{subject} {was} never {closed}."),
    }
}

fn closed_in_words(acquired: Number, others: bool, how: &str) -> String {
    let closed = closed(acquired);
    match share(acquired, acquired, others) {
        Share::All(1) if others => format!("The other one was {closed}{how}."),
        Share::All(_) if others => format!("The others were {closed}{how}."),
        Share::All(1) => format!("The {} was {closed}{how}.", one(acquired)),
        Share::All(2) => format!("Both {} were {closed}{how}.", many(acquired)),
        Share::All(all) => {
            format!("All {} {} were {closed}{how}.", count(all as u64), many(acquired))
        }
        Share::Some(all) => format!("{all} were {closed}{how}."),
    }
}
