//! Methods of what `fmt` is given.

use super::Called;
use crate::run::diagnostic::Span;
use crate::rust::eval::format::{Asked, Brackets, Formatter, PartWriter};
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Method;
use crate::rust::value::{Target, Value};

/// What `debug_struct` and the like return: the parts of a value are given to it one by one.
pub(in crate::rust) struct Builder {
    formatter: Target,
    writer: PartWriter,
}

impl Machine {
    pub(super) fn formatter_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        let asked = self.on_formatter(target, span, |formatter| formatter.asked.clone())?;
        let written = |text: &str| {
            self.on_formatter(target, span, |formatter| formatter.text.push_str(text))?;
            Ok(Value::ok(Value::Unit))
        };
        Ok(match method {
            M::WriteStr | M::WriteChar => {
                let text = self.text_of(&argument(), span)?;
                return written(&text);
            }
            M::WriteFmt => {
                let text = self.display_value(&argument(), span)?;
                return written(&text);
            }
            M::Pad => {
                let text = self.text_of(&argument(), span)?;
                let mut padded = String::new();
                crate::rust::eval::format::pad(&text, &asked, &mut padded);
                return written(&padded);
            }
            M::Alternate => Value::Bool(asked.spec.alternate),
            M::SignPlus => Value::Bool(asked.spec.sign),
            M::Width => Value::option(asked.width.map(Value::usize)),
            M::Precision => Value::option(asked.precision.map(Value::usize)),
            M::Fill => Value::Char(asked.spec.fill.unwrap_or(' ')),
            M::DebugStruct | M::DebugTuple | M::DebugList | M::DebugSet | M::DebugMap => {
                let name = match method {
                    M::DebugStruct | M::DebugTuple => self.text_of(&argument(), span)?,
                    _ => String::new(),
                };
                let brackets = match method {
                    M::DebugStruct => Brackets::Struct,
                    M::DebugTuple => Brackets::Round,
                    M::DebugList => Brackets::Square,
                    M::DebugSet => Brackets::Set,
                    _ => Brackets::Map,
                };
                let mut text = String::new();
                let writer = PartWriter::begin(&name, brackets, &asked, &mut text);
                written(&text)?;
                let formatter = target.clone();
                Value::Builder(Box::new(Builder { formatter, writer }))
            }
            _ => return Err(self.no_method(target, call)),
        })
    }

    pub(super) fn builder_method(&self, called: &Called<'_>, args: Vec<Value>) -> Eval {
        use Method as M;
        let &Called { target, method, span, call, .. } = called;
        let builder = self.inspect(target, span, |value| match value {
            Value::Builder(builder) => Some((builder.formatter.clone(), builder.writer)),
            _ => None,
        })?;
        let Some((formatter, mut writer)) = builder else {
            return Err(self.no_method(target, call));
        };
        let asked = self.on_formatter(&formatter, span, |formatter| formatter.asked.clone())?;
        let asked = Asked { spec: crate::rust::ir::Spec { debug: true, ..asked.spec }, ..asked };
        let mut text = String::new();
        let shown = |value: &Value| {
            let mut shown = String::new();
            self.write_value(value, &asked, &mut shown, span)?;
            Ok(shown)
        };
        let mut args = args.into_iter();
        let mut argument = || args.next().unwrap_or(Value::Unit);
        match (method, writer.brackets()) {
            (M::Field, Brackets::Struct) => {
                let name = self.text_of(&argument(), span)?;
                writer.part(Some(&name), &shown(&argument())?, &mut text);
            }
            (M::Field | M::Entry | M::Key | M::Value, brackets) => {
                writer.part(None, &shown(&argument())?, &mut text);
                if method == M::Entry && brackets == Brackets::Map {
                    writer.part(None, &shown(&argument())?, &mut text);
                }
            }
            (M::Entries, brackets) => {
                let mut items = self.iterator(argument(), span)?;
                while let Some(item) = self.next(&mut items, span)? {
                    match item {
                        Value::Tuple(pair) if brackets == Brackets::Map => {
                            for part in &pair {
                                writer.part(None, &shown(part)?, &mut text);
                            }
                        }
                        item => writer.part(None, &shown(&item)?, &mut text),
                    }
                }
            }
            (M::Finish | M::FinishNonExhaustive, _) => {
                match method {
                    M::Finish => writer.end(&mut text),
                    _ => writer.end_open(&mut text),
                }
                self.on_formatter(&formatter, span, |formatter| formatter.text.push_str(&text))?;
                return Ok(Value::ok(Value::Unit));
            }
            _ => return Err(self.no_method(target, call)),
        }
        self.on_formatter(&formatter, span, |formatter| formatter.text.push_str(&text))?;
        self.inspect(target, span, |value| {
            if let Value::Builder(builder) = value {
                builder.writer = writer;
            }
        })?;
        Ok(Value::Ref(target.clone()))
    }

    fn on_formatter<T>(
        &self,
        target: &Target,
        span: Span,
        change: impl FnOnce(&mut Formatter) -> T,
    ) -> Eval<T> {
        let target = self.behind(target);
        let changed = self.inspect(&target, span, |value| match value {
            Value::Formatter(formatter) => Some(change(formatter)),
            _ => None,
        })?;
        changed.ok_or_else(|| self.wrong(span, "this is not a `Formatter`"))
    }
}
