//! A journal as bytes, to be carried out of a program that has died.
//!
//! The dead may have had no memory left, so [`Copier`] allocates nothing: it fills whatever piece of
//! memory it is given, as often as it takes. [`read`] makes the same journal of the pieces.
//!
//! All numbers are little-endian: [`MAGIC`]; the numbers of events, texts and kept bytes, 4 bytes
//! each; the events, 32 bytes each, their fields in the order of [`Event`]; each text but the
//! first, which is empty, as its length in 4 bytes and its bytes; the kept bytes.

use std::fmt;

use super::{Event, Journal, Kind, PathChange, ResourceId, ScopeId, TextId};

/// What an image begins with. The last digit is the version.
pub const MAGIC: [u8; 4] = *b"LPJ1";

const HEADER: usize = 16;
const EVENT: usize = 32;

/// Copies the image of a journal piece by piece. It holds no reference, so that it can lie in a
/// `static`: it is for a journal that does not change any more.
#[derive(Debug, Clone, Default)]
pub struct Copier {
    part: Part,
    index: usize,
    /// How much of the record at `index` is copied.
    done: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Header,
    Events,
    TextLength,
    Text,
    Kept,
    End,
}

impl Copier {
    /// At the beginning of an image.
    pub const fn new() -> Self {
        Self { part: Part::Header, index: 0, done: 0 }
    }

    /// Fills `piece` with what comes next, and says how much that is: less than there is room for
    /// only at the end.
    pub fn copy(&mut self, journal: &Journal, piece: &mut [u8]) -> usize {
        let mut filled = 0;
        while filled < piece.len() {
            let mut room = [0; EVENT];
            let record = match self.part {
                Part::Header => filled_with(&mut room, &header(journal)),
                Part::Events => match journal.events.get(self.index) {
                    Some(event) => filled_with(&mut room, &bytes_of(event)),
                    None => {
                        self.go_to(Part::TextLength, 1);
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
                Part::Kept => &journal.bytes,
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
            Part::Header => self.go_to(Part::Events, 0),
            Part::Events => self.go_to(Part::Events, self.index + 1),
            Part::TextLength => self.go_to(Part::Text, self.index),
            Part::Text => self.go_to(Part::TextLength, self.index + 1),
            Part::Kept | Part::End => self.go_to(Part::End, 0),
        }
    }

    fn go_to(&mut self, part: Part, index: usize) {
        *self = Self { part, index, done: 0 };
    }
}

/// The image of a journal in one piece.
pub fn of(journal: &Journal) -> Vec<u8> {
    let texts: usize = journal.texts().skip(1).map(|text| 4 + text.len()).sum();
    let mut image = vec![0; HEADER + EVENT * journal.len() + texts + journal.bytes.len()];
    let filled = Copier::new().copy(journal, &mut image);
    debug_assert_eq!(filled, image.len());
    image
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
    if rest.take(MAGIC.len())? != MAGIC {
        return Err(ReadError("it begins otherwise"));
    }
    let (events, texts, kept) = (rest.number()?, rest.number()?, rest.number()?);
    let events = rest.take((events as usize).checked_mul(EVENT).ok_or(CUT)?)?;
    let mut journal = Journal::new();
    for index in 1..texts {
        let length = rest.number()? as usize;
        let text = std::str::from_utf8(rest.take(length)?).map_err(|_| ReadError("a text"))?;
        if journal.look_up(text) != TextId(index) {
            return Err(ReadError("a text is there twice"));
        }
    }
    journal.bytes = rest.take(kept as usize)?.to_vec();
    if !rest.0.is_empty() {
        return Err(ReadError("it goes on"));
    }
    for event in events.as_chunks::<EVENT>().0 {
        let event = event_of(event).ok_or(ReadError("an event of no kind"))?;
        check(&event, &journal)?;
        journal.record(event);
    }
    Ok(journal)
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

fn header(journal: &Journal) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let counts = [journal.len(), journal.texts.len(), journal.bytes.len()];
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

    fn in_pieces(journal: &Journal, size: usize) -> Vec<u8> {
        let (mut copier, mut piece, mut image) = (Copier::new(), vec![0; size], Vec::new());
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
            "not the image of a journal: it goes on"
        );
    }

    #[test]
    fn the_image_of_nothing_is_a_header() {
        let image = of(&Journal::new());
        assert_eq!(image, [&b"LPJ1"[..], &[0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]].concat());
        assert!(read(&image).unwrap().is_empty());
    }
}
