//! A journal as bytes, to be carried out of a program that has died.
//!
//! The dead may have had no memory left, so [`Copier`] allocates nothing: it fills whatever piece of
//! memory it is given, as often as it takes. [`read`] makes the same journal of the pieces.
//!
//! A journal that still grows can be carried out in batches, each with what came after the one before
//! ([`since`]). One after the other they are an image too.
//!
//! All numbers are little-endian. A batch is [`MAGIC`]; its numbers of events, texts and kept bytes, 4
//! bytes each; the events, 32 bytes each, their fields in the order of [`Event`]; each text as its
//! length in 4 bytes and its bytes; the kept bytes. The empty text is in none, since every journal
//! begins with it.

use std::fmt;

use super::{Event, Journal, Kind, PathChange, ResourceId, ScopeId, TextId};

/// What an image begins with. The last digit is the version.
pub const MAGIC: [u8; 4] = *b"LPJ2";

const HEADER: usize = 16;
const EVENT: usize = 32;

/// How much of a journal is carried out already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    events: usize,
    texts: usize,
    kept: usize,
}

impl Mark {
    /// Before anything; every journal begins with the empty text.
    pub const START: Self = Self { events: 0, texts: 1, kept: 0 };

    fn of(journal: &Journal) -> Self {
        Self { events: journal.len(), texts: journal.texts.len(), kept: journal.bytes.len() }
    }
}

/// Copies the image of a journal piece by piece. It holds no reference, so that it can lie in a
/// `static`: it is for a journal that does not change any more.
#[derive(Debug, Clone)]
pub struct Copier {
    /// What was copied before.
    since: Mark,
    part: Part,
    index: usize,
    /// How much of the record at `index` is copied.
    done: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Header,
    Events,
    TextLength,
    Text,
    Kept,
    End,
}

impl Copier {
    /// At the beginning of a batch with what came after a mark.
    pub const fn since(mark: Mark) -> Self {
        Self { since: mark, part: Part::Header, index: 0, done: 0 }
    }

    /// Fills `piece` with what comes next, and says how much that is: less than there is room for
    /// only at the end.
    pub fn copy(&mut self, journal: &Journal, piece: &mut [u8]) -> usize {
        let mut filled = 0;
        while filled < piece.len() {
            let mut room = [0; EVENT];
            let record = match self.part {
                Part::Header => filled_with(&mut room, &header(journal, self.since)),
                Part::Events => match journal.events.get(self.index) {
                    Some(event) => filled_with(&mut room, &bytes_of(event)),
                    None => {
                        self.go_to(Part::TextLength, self.since.texts);
                        continue;
                    }
                },
                Part::TextLength | Part::Text => match journal.texts.get_index(self.index) {
                    Some(text) if self.part == Part::Text => text.as_bytes(),
                    Some(text) => filled_with(&mut room, &(text.len() as u32).to_le_bytes()),
                    None => {
                        self.go_to(Part::Kept, 0);
                        continue;
                    }
                },
                Part::Kept => &journal.bytes[self.since.kept..],
                Part::End => break,
            };
            let rest = &record[self.done..];
            let count = rest.len().min(piece.len() - filled);
            piece[filled..filled + count].copy_from_slice(&rest[..count]);
            filled += count;
            self.done += count;
            if count == rest.len() {
                self.advance();
            }
        }
        filled
    }

    fn advance(&mut self) {
        match self.part {
            Part::Header => self.go_to(Part::Events, self.since.events),
            Part::Events => self.go_to(Part::Events, self.index + 1),
            Part::TextLength => self.go_to(Part::Text, self.index),
            Part::Text => self.go_to(Part::TextLength, self.index + 1),
            Part::Kept | Part::End => self.go_to(Part::End, 0),
        }
    }

    fn go_to(&mut self, part: Part, index: usize) {
        *self = Self { part, index, done: 0, ..*self };
    }
}

/// The image of a journal in one piece.
pub fn of(journal: &Journal) -> Vec<u8> {
    let mut start = Mark::START;
    since(journal, &mut start)
}

/// A batch with what came after a mark; the mark is put behind it.
pub fn since(journal: &Journal, mark: &mut Mark) -> Vec<u8> {
    let texts: usize = journal.texts().skip(mark.texts).map(|text| 4 + text.len()).sum();
    let events = EVENT * (journal.len() - mark.events);
    let mut batch = vec![0; HEADER + events + texts + journal.bytes.len() - mark.kept];
    let filled = Copier::since(*mark).copy(journal, &mut batch);
    debug_assert_eq!(filled, batch.len());
    *mark = Mark::of(journal);
    batch
}

/// Why bytes are not the image of a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadError(&'static str);

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not the image of a journal: {}", self.0)
    }
}

impl std::error::Error for ReadError {}

/// The journal of an image.
///
/// # Errors
///
/// If the bytes are no image, or one that is cut off, or if an event points at a text or bytes that
/// are not there.
pub fn read(image: &[u8]) -> Result<Journal, ReadError> {
    let mut rest = Rest(image);
    let mut journal = Journal::new();
    read_batch(&mut rest, &mut journal)?;
    while !rest.0.is_empty() {
        read_batch(&mut rest, &mut journal)?;
    }
    Ok(journal)
}

fn read_batch(rest: &mut Rest<'_>, journal: &mut Journal) -> Result<(), ReadError> {
    if rest.take(MAGIC.len())? != MAGIC {
        return Err(ReadError("a batch begins otherwise"));
    }
    let (events, texts, kept) = (rest.number()?, rest.number()?, rest.number()?);
    let events = rest.take((events as usize).checked_mul(EVENT).ok_or(CUT)?)?;
    for _ in 0..texts {
        let length = rest.number()? as usize;
        let text = std::str::from_utf8(rest.take(length)?).map_err(|_| ReadError("a text"))?;
        let next = TextId(journal.texts.len() as u32);
        if journal.look_up(text) != next {
            return Err(ReadError("a text is there twice"));
        }
    }
    journal.bytes.extend(rest.take(kept as usize)?);
    for event in events.as_chunks::<EVENT>().0 {
        let event = event_of(event).ok_or(ReadError("an event of no kind"))?;
        check(&event, journal)?;
        journal.record(event);
    }
    Ok(())
}

const CUT: ReadError = ReadError("it is cut off");

struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], ReadError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(CUT)?;
        self.0 = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, ReadError> {
        let bytes = self.take(4)?.first_chunk().expect("4 were taken");
        Ok(u32::from_le_bytes(*bytes))
    }
}

/// Whether what an event points at is there.
fn check(event: &Event, journal: &Journal) -> Result<(), ReadError> {
    let has = |text: TextId| (text.0 as usize) < journal.texts.len();
    let renamed = event.kind == Kind::PathChanged && event.detail == PathChange::Renamed as u8;
    if !has(event.text) || renamed && !has(TextId(event.amount)) {
        return Err(ReadError("an event has a text that is not there"));
    }
    let end = u64::from(event.at) + u64::from(event.amount);
    if event.kind == Kind::Written && end > journal.bytes.len() as u64 {
        return Err(ReadError("an event has bytes that are not there"));
    }
    Ok(())
}

fn filled_with<'r, const N: usize>(room: &'r mut [u8; EVENT], bytes: &[u8; N]) -> &'r [u8] {
    room[..N].copy_from_slice(bytes);
    &room[..N]
}

fn header(journal: &Journal, since: Mark) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let now = Mark::of(journal);
    let counts = [now.events - since.events, now.texts - since.texts, now.kept - since.kept];
    header[..4].copy_from_slice(&MAGIC);
    for (field, count) in header[4..].as_chunks_mut::<4>().0.iter_mut().zip(counts) {
        *field = (count as u32).to_le_bytes();
    }
    header
}

fn bytes_of(event: &Event) -> [u8; EVENT] {
    let Event { time, resource, scope, text, amount, at, kind, detail, line } = *event;
    let mut bytes = [0; EVENT];
    bytes[..8].copy_from_slice(&time.to_le_bytes());
    let numbers = [resource.0, scope.0, text.0, amount, at];
    for (field, number) in bytes[8..28].as_chunks_mut::<4>().0.iter_mut().zip(numbers) {
        *field = number.to_le_bytes();
    }
    bytes[28] = kind as u8;
    bytes[29] = detail;
    bytes[30..].copy_from_slice(&line.to_le_bytes());
    bytes
}

fn event_of(bytes: &[u8; EVENT]) -> Option<Event> {
    let number =
        |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    Some(Event {
        time: u64::from(number(0)) | u64::from(number(4)) << 32,
        resource: ResourceId(number(8)),
        scope: ScopeId(number(12)),
        text: TextId(number(16)),
        amount: number(20),
        at: number(24),
        kind: *Kind::ALL.get(usize::from(bytes[28]))?,
        detail: bytes[29],
        line: u16::from_le_bytes([bytes[30], bytes[31]]),
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{samples, story};
    use super::*;

    fn same(one: &Journal, other: &Journal) -> bool {
        one.events() == other.events()
            && one.texts().eq(other.texts())
            && one.kept() == other.kept()
    }

    /// Records the events of a whole journal up to one of them, with what they point at.
    fn grow(growing: &mut Journal, whole: &Journal, end: usize) {
        for event in &whole.events()[growing.len()..end] {
            let mut event = Event { text: growing.intern(whole.text(event.text)), ..*event };
            if event.kind == Kind::PathChanged {
                event.amount = growing.intern(whole.text(TextId(event.amount))).0;
            }
            if event.kind == Kind::Written {
                event.at = growing.keep(whole.bytes(&event));
            }
            growing.record(event);
        }
    }

    fn in_pieces(journal: &Journal, size: usize) -> Vec<u8> {
        let (mut copier, mut piece, mut image) =
            (Copier::since(Mark::START), vec![0; size], Vec::new());
        loop {
            let count = copier.copy(journal, &mut piece);
            image.extend_from_slice(&piece[..count]);
            if count < size {
                return image;
            }
        }
    }

    proptest! {
        #[test]
        fn an_image_is_read_as_the_same_journal(sample in samples(), size in 1..100usize) {
            let image = of(&sample.journal);
            prop_assert!(same(&read(&image).unwrap(), &sample.journal));
            prop_assert_eq!(in_pieces(&sample.journal, size), image, "in pieces of {}", size);
        }

        #[test]
        fn batches_of_a_journal_that_grows_are_an_image_together(
            sample in samples(),
            ends in proptest::collection::vec(any::<prop::sample::Index>(), 0..5),
        ) {
            let whole = &sample.journal;
            let mut ends: Vec<_> = ends.iter().map(|end| end.index(whole.len() + 1)).collect();
            ends.sort_unstable();
            ends.push(whole.len());
            let (mut growing, mut mark, mut image) = (Journal::new(), Mark::START, Vec::new());
            for end in ends {
                grow(&mut growing, whole, end);
                image.extend(since(&growing, &mut mark));
            }
            prop_assert!(read(&image).unwrap() == *whole);
        }

        #[test]
        fn a_damaged_image_is_refused_or_read_and_never_a_panic(
            at in any::<prop::sample::Index>(),
            byte in any::<u8>(),
        ) {
            let mut image = of(&story());
            let at = at.index(image.len());
            image[at] = byte;
            if let Ok(journal) = read(&image) {
                for event in journal.events() {
                    journal.text(event.text);
                    if event.kind == Kind::Written {
                        journal.bytes(event);
                    }
                }
            }
        }
    }

    #[test]
    fn an_image_that_is_cut_off_or_goes_on_is_refused() {
        let image = of(&story());
        for length in 0..image.len() {
            assert!(read(&image[..length]).is_err(), "{length} of {} bytes", image.len());
        }
        let longer = [&image[..], b"x"].concat();
        assert_eq!(
            read(&longer).unwrap_err().to_string(),
            "not the image of a journal: it is cut off"
        );
    }

    #[test]
    fn the_image_of_nothing_is_a_header() {
        let image = of(&Journal::new());
        assert_eq!(image, [&b"LPJ2"[..], &[0; 12]].concat());
        assert!(read(&image).unwrap().is_empty());
    }
}
