//! Reading JSON Lines back, with errors that say where and what was expected.

use std::fmt;

use serde_json::{Map, Value};

use super::fields::{Field, HEX, Slot};
use crate::journal::{Event, Journal, Kind, OpenMode, ResourceId, ScopeId};

/// A line that is not an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// Which line, from 1.
    pub line: usize,
    /// What was expected there, and what was found.
    pub message: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ReadError {}

/// Reads a journal, one event a line. Empty lines are passed over.
///
/// # Errors
///
/// At the first line that is not an event, or not the next one: sequence numbers count from 1
/// without gaps, and times never decrease.
pub fn read(lines: &str) -> Result<Journal, ReadError> {
    let mut journal = Journal::new();
    for (index, line) in lines.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let event = read_event(&mut journal, line)
            .map_err(|message| ReadError { line: index + 1, message })?;
        journal.record(event);
    }
    Ok(journal)
}

fn read_event(journal: &mut Journal, line: &str) -> Result<Event, String> {
    let fields = match serde_json::from_str(line) {
        Ok(Value::Object(fields)) => fields,
        Ok(other) => return Err(format!("expected a JSON object, found {}", what(&other))),
        Err(error) => return Err(format!("expected a JSON object: {error}")),
    };
    let mut fields = Fields { fields };
    let seq: u64 = fields.number("seq", u64::MAX)?;
    let next = journal.len() as u64 + 1;
    if seq != next {
        return Err(format!("expected `seq` to be {next}, found {seq}"));
    }
    let time = fields.number("time_ns", u64::MAX)?;
    let before = journal.events().last().map_or(0, |last| last.time);
    if time < before {
        return Err(format!("expected `time_ns` to be at least {before}, found {time}"));
    }
    let name = fields.text("kind")?;
    let Some(kind) = Kind::from_name(&name) else {
        return Err(format!("expected `kind` to be a kind of event, found `{name}`"));
    };
    let mut event = Event { time, ..Event::of(kind) };
    event.resource = ResourceId(fields.number_or_none("resource", u32::MAX.into())? as u32);
    event.scope = ScopeId(fields.number_or_none("scope", u32::MAX.into())? as u32);
    event.line = fields.number_or_none("line", u16::MAX.into())? as u16;
    for field in Field::of(kind) {
        fields.read(journal, field, &mut event)?;
    }
    match fields.fields.keys().next() {
        Some(unknown) => Err(format!("expected no field `{unknown}` in `{name}`")),
        None => Ok(event),
    }
}

/// The fields of a line that are not read yet.
struct Fields {
    fields: Map<String, Value>,
}

impl Fields {
    /// Reads what a kind calls a field into the place where the event keeps it.
    fn read(
        &mut self,
        journal: &mut Journal,
        field: &Field,
        event: &mut Event,
    ) -> Result<(), String> {
        let name = field.name;
        match field.slot {
            Slot::Text => event.text = journal.intern(&self.text(name)?),
            Slot::Amount => event.amount = self.number(name, u32::MAX.into())? as u32,
            Slot::SignedAmount => event.amount = self.signed(name)? as u32,
            Slot::At => event.at = self.number(name, u32::MAX.into())? as u32,
            Slot::NewPath if !self.fields.contains_key(name) => {}
            Slot::NewPath => event.amount = journal.intern(&self.text(name)?).0,
            Slot::Bytes => {
                let bytes = self.bytes(name)?;
                event.amount = bytes.len() as u32;
                event.at = journal.keep(&bytes);
            }
            Slot::Mode => {
                for mode in self.texts(name)? {
                    let bit = OpenMode::NAMES.iter().find(|(_, known)| *known == mode);
                    let (bit, _) = bit.ok_or_else(|| {
                        let known: Vec<_> = OpenMode::NAMES.iter().map(|mode| mode.1).collect();
                        one_of(name, &known, &mode)
                    })?;
                    event.detail |= bit;
                }
            }
            Slot::Count => event.detail = self.number_or_none(name, u8::MAX.into())? as u8,
            Slot::Code(names) => {
                let code = self.text(name)?;
                let position = names().position(|known| known == code);
                let known = || names().collect::<Vec<_>>();
                event.detail = position.ok_or_else(|| one_of(name, &known(), &code))? as u8;
            }
        }
        Ok(())
    }

    fn take(&mut self, name: &str, expected: &str) -> Result<Value, String> {
        let missing = || format!("expected `{name}` to be {expected}, found no such field");
        self.fields.remove(name).ok_or_else(missing)
    }

    fn number(&mut self, name: &str, most: u64) -> Result<u64, String> {
        let expected = format!("a whole number up to {most}");
        let value = self.take(name, &expected)?;
        let number = value.as_u64().filter(|&number| number <= most);
        number.ok_or_else(|| format!("expected `{name}` to be {expected}, found {}", what(&value)))
    }

    /// A number that is left out where it is 0.
    fn number_or_none(&mut self, name: &str, most: u64) -> Result<u64, String> {
        if self.fields.contains_key(name) { self.number(name, most) } else { Ok(0) }
    }

    fn signed(&mut self, name: &str) -> Result<i32, String> {
        let expected = "a whole number of 32 bits";
        let value = self.take(name, expected)?;
        let number = value.as_i64().and_then(|number| i32::try_from(number).ok());
        number.ok_or_else(|| format!("expected `{name}` to be {expected}, found {}", what(&value)))
    }

    fn text(&mut self, name: &str) -> Result<String, String> {
        match self.take(name, "a text")? {
            Value::String(text) => Ok(text),
            other => Err(format!("expected `{name}` to be a text, found {}", what(&other))),
        }
    }

    fn texts(&mut self, name: &str) -> Result<Vec<String>, String> {
        let expected = "a list of texts";
        let value = self.take(name, expected)?;
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let texts = value.as_array().and_then(|values| values.iter().map(text).collect());
        texts.ok_or_else(|| format!("expected `{name}` to be {expected}, found {}", what(&value)))
    }

    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, String> {
        if !self.fields.contains_key(HEX) {
            return Ok(self.text(name)?.into_bytes());
        }
        let digits = self.text(HEX)?;
        let byte = |pair: &[u8]| {
            let [high, low] =
                [*pair.first()?, *pair.get(1)?].map(|digit| (digit as char).to_digit(16));
            Some((high? * 16 + low?) as u8)
        };
        let bytes: Option<Vec<u8>> = digits.as_bytes().chunks(2).map(byte).collect();
        bytes.ok_or_else(|| {
            format!("expected `{HEX}` to be pairs of hexadecimal digits, found `{digits}`")
        })
    }
}

fn one_of(name: &str, known: &[&str], found: &str) -> String {
    format!("expected `{name}` to be one of `{}`, found `{found}`", known.join("`, `"))
}

/// What a value is, for a message.
fn what(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(number) => format!("`{number}`"),
        Value::String(_) => "a text".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
