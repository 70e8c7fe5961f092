//! The functions of the standard library that reach nothing but their arguments.

use std::rc::Rc;

use crate::run::diagnostic::{Diagnostic, Span};
use crate::rust::check::types::Collection;
use crate::rust::eval::adaptors::{Adaptor, adapted};
use crate::rust::eval::capacity::Each;
use crate::rust::eval::iterate::owned;
use crate::rust::eval::machine::{Eval, Machine};
use crate::rust::library::builtin::Builtin;
use crate::rust::library::error::LibraryError;
use crate::rust::value::manual::Manual;
use crate::rust::value::maps::Map;
use crate::rust::value::number::{Int, IntKind};
use crate::rust::value::{Borrow, Holder, Shared, Target, Value};

impl Machine {
    #[inline(never)]
    pub(super) fn call_library(&self, builtin: Builtin, args: Vec<Value>, span: Span) -> Eval {
        use Builtin as B;
        let mut args = args.into_iter();
        let mut arg = || args.next().unwrap_or(Value::Unit);
        Ok(match builtin {
            B::ManuallyDropNew => {
                let value = arg();
                self.check_depth(&value, span)?;
                Value::ManuallyDrop(Box::new(Manual::new(value)))
            }
            B::ManuallyDropDrop => {
                let target = self.target_of(&arg(), span)?;
                let value = self.take_manual(&target, span)?;
                self.session.set_line(span.line);
                if value.drop_is_seen() {
                    self.observe(span)?;
                }
                drop(value);
                Value::Unit
            }
            B::ManuallyDropTake => {
                let target = self.target_of(&arg(), span)?;
                self.take_manual(&target, span)?
            }
            B::ManuallyDropIntoInner => self.unwrap_manual(arg(), span)?,
            B::SetHook => {
                self.set_hook(arg());
                Value::Unit
            }
            B::TakeHook => Value::Box(Box::new(self.take_hook())),
            B::DefaultHook => {
                let info = self.target_of(&arg(), span)?;
                self.default_hook(&info, span)?
            }
            B::ExitCodeFrom => match arg() {
                Value::Int(code) => Value::ExitCode(code.value() as u8),
                other => return Err(self.mismatch("u8", &other, span)),
            },
            B::BTreeMapNew => empty(Collection::BTree, false),
            B::BTreeSetNew => empty(Collection::BTree, true),
            B::HashMapNew => empty(Collection::Hash, false),
            B::HashSetNew => empty(Collection::Hash, true),
            B::HashMapWithCapacity | B::HashSetWithCapacity => {
                self.capacity(&arg(), Each::Room("values"), span)?;
                empty(Collection::Hash, builtin == B::HashSetWithCapacity)
            }
            B::BTreeMapFrom | B::BTreeSetFrom | B::HashMapFrom | B::HashSetFrom => {
                let collection = match builtin {
                    B::BTreeMapFrom | B::BTreeSetFrom => Collection::BTree,
                    _ => Collection::Hash,
                };
                let is_set = matches!(builtin, B::BTreeSetFrom | B::HashSetFrom);
                let items = match arg() {
                    Value::Vec(items) | Value::Array(items) => *items,
                    other => return Err(self.mismatch("[_; _]", &other, span)),
                };
                self.map_of(collection, is_set, items, span)?
            }
            B::VecDequeNew => Value::vec(Vec::new()),
            B::VecDequeWithCapacity => {
                self.capacity(&arg(), Each::Room("values"), span)?;
                Value::vec(Vec::new())
            }
            B::VecFrom | B::VecDequeFrom => match arg() {
                Value::Array(values) | Value::Vec(values) => Value::Vec(values),
                Value::Str(text) => bytes(text.as_bytes()),
                Value::String(text) => bytes(text.as_bytes()),
                value @ (Value::Ref(_) | Value::Slice(_)) => self.to_vec(value, span)?,
                other => return Err(self.mismatch("[_; _]", &other, span)),
            },
            B::BoxFrom => match arg() {
                text @ Value::Str(_) => text,
                Value::String(text) => Value::str(*text),
                Value::Array(values) | Value::Vec(values) => Value::Vec(values),
                value => Value::Box(Box::new(value)),
            },
            B::RcFrom => match arg() {
                text @ Value::Str(_) => text,
                Value::String(text) => Value::str(*text),
                Value::Box(value) => Value::Rc(Shared::new(*value)),
                value => Value::Rc(Shared::new(value)),
            },
            B::RcNewCyclic => {
                let mut failed = None;
                let shared = Rc::new_cyclic(|weak| {
                    let weak = Shared::new(Value::Weak(weak.clone()));
                    let weak = Value::Ref(Target::shared(weak));
                    let value = self.call_value(arg(), vec![weak], span).unwrap_or_else(|flow| {
                        failed = Some(flow);
                        Value::Moved
                    });
                    Shared::content(value, Holder::Shared)
                });
                match failed {
                    Some(flow) => return Err(flow),
                    None => Value::Rc(shared),
                }
            }
            B::RcGetMut => {
                let target = self.target_of(&arg(), span)?;
                self.rc_get_mut(&target, span)?
            }
            B::RcMakeMut => {
                let target = self.target_of(&arg(), span)?;
                if matches!(self.rc_get_mut(&target, span)?, Value::None) {
                    let inside = target.step(crate::rust::value::Step::Deref);
                    let own = Value::Rc(Shared::new(self.clone_at(&inside, span)?));
                    let shared = self.swap_in(&target, own, span)?;
                    drop(shared);
                }
                Value::Ref(target.step(crate::rust::value::Step::Deref))
            }
            B::RcIntoInner => match arg() {
                Value::Rc(shared) => {
                    Value::option(Rc::into_inner(shared).map(|shared| shared.value.into_inner()))
                }
                other => return Err(self.mismatch("Rc<_>", &other, span)),
            },
            B::RcUnwrapOrClone => match arg() {
                Value::Rc(shared) => match Rc::try_unwrap(shared) {
                    Ok(shared) => shared.value.into_inner(),
                    Err(shared) => self.clone_at(&Target::shared(shared), span)?,
                },
                other => return Err(self.mismatch("Rc<_>", &other, span)),
            },
            B::RefMap | B::RefMutMap => match arg() {
                Value::Borrow(mut borrow) => {
                    let part = self.call_value(arg(), vec![Value::Ref(borrow.target())], span)?;
                    borrow.part = Some(Box::new(match part {
                        Value::Ref(part) => part,
                        // A text or a slice is its own place.
                        part => Target::shared(Shared::new(part)),
                    }));
                    Value::Borrow(borrow)
                }
                other => return Err(self.mismatch("Ref<_>", &other, span)),
            },
            B::RefClone => {
                let target = self.target_of(&arg(), span)?;
                let again = self.inspect(&target, span, |value| match value {
                    Value::Borrow(borrow) => {
                        let borrows = &borrow.cell.borrows;
                        borrows.set(borrows.get() + 1);
                        let part = borrow.part.clone();
                        Some(Borrow { cell: Rc::clone(&borrow.cell), part })
                    }
                    _ => None,
                })?;
                let wrong = || self.wrong(span, "mismatched types: expected `&Ref<_>`");
                Value::Borrow(again.ok_or_else(wrong)?)
            }
            B::PtrEq => {
                let (a, b) = (self.target_of(&arg(), span)?, self.target_of(&arg(), span)?);
                Value::Bool(self.behind(&a).is(&self.behind(&b)))
            }
            B::StringFromUtf8 => match String::from_utf8(self.bytes_of(&arg(), span)?) {
                Ok(text) => Value::ok(Value::string(text)),
                Err(error) => Value::err(Value::LibraryError(Box::new(LibraryError::from(error)))),
            },
            B::StrFrom => match String::from_utf8(self.bytes_of(&arg(), span)?) {
                Ok(text) => Value::ok(Value::str(text)),
                Err(error) => {
                    let error = LibraryError::from(error.utf8_error());
                    Value::err(Value::LibraryError(Box::new(error)))
                }
            },
            B::StringFromUtf8Lossy => {
                let bytes = self.bytes_of(&arg(), span)?;
                Value::string(String::from_utf8_lossy(&bytes))
            }
            B::CharFromU32 => {
                let code = u32::try_from(self.u64(&arg(), span)?).ok();
                Value::option(code.and_then(char::from_u32).map(Value::Char))
            }
            B::CharFromDigit => {
                let (digit, radix) = (self.u64(&arg(), span)?, self.u64(&arg(), span)?);
                if radix > 36 {
                    let message = "from_digit: radix is too high (maximum 36)";
                    return Err(self.panic_with(message, span));
                }
                let digit = u32::try_from(digit).ok();
                let char = digit.and_then(|digit| char::from_digit(digit, radix as u32));
                Value::option(char.map(Value::Char))
            }
            B::Empty => owned([]),
            B::FromFn => adapted(Adaptor::FromFn(arg())),
            B::Successors => adapted(Adaptor::Successors(arg(), arg())),
            B::RepeatWith => adapted(Adaptor::RepeatWith(arg())),
            B::Repeat => adapted(Adaptor::Repeat(arg(), None)),
            B::RepeatN => {
                let value = arg();
                let count = self.usize(&arg(), span)?;
                adapted(Adaptor::Repeat(value, Some(count)))
            }
            B::AtomicBoolNew => Value::Cell(Shared::held(arg(), Holder::Atomic)),
            B::AtomicI32New => self.atomic(IntKind::I32, arg()),
            B::AtomicI64New => self.atomic(IntKind::I64, arg()),
            B::AtomicIsizeNew => self.atomic(IntKind::Isize, arg()),
            B::AtomicU32New => self.atomic(IntKind::U32, arg()),
            B::AtomicU64New => self.atomic(IntKind::U64, arg()),
            B::AtomicUsizeNew => self.atomic(IntKind::Usize, arg()),
            _ => return Err(self.stop(Diagnostic::bug(span, "a function was not called"))),
        })
    }

    /// An atomic is a cell here: the playground has one thread.
    fn atomic(&self, kind: IntKind, value: Value) -> Value {
        let value = match value {
            Value::Int(int) => Value::Int(int.settled(kind).unwrap_or(int)),
            value => value,
        };
        Value::Cell(Shared::held(value, Holder::Atomic))
    }

    fn rc_get_mut(&self, target: &Target, span: Span) -> Eval {
        let alone = self.inspect(target, span, |value| match value {
            Value::Rc(shared) => Some(Rc::strong_count(shared) == 1 && Rc::weak_count(shared) == 0),
            _ => None,
        })?;
        match alone {
            Some(true) => Ok(Value::some(Value::Ref(target.step(crate::rust::value::Step::Deref)))),
            Some(false) => Ok(Value::None),
            None => Err(self.wrong(span, "mismatched types: expected `&mut Rc<_>`")),
        }
    }

    /// A `Vec` of clones of what a reference or slice leads to.
    pub(in crate::rust) fn to_vec(&self, value: Value, span: Span) -> Eval {
        let mut items = self.iterator(value, span)?;
        let mut clones = Vec::new();
        while let Some(item) = self.next(&mut items, span)? {
            self.take_memory(size_of::<Value>(), span)?;
            clones.push(self.clone_value(&item, span)?);
        }
        Ok(Value::vec(clones))
    }
}

fn empty(collection: Collection, is_set: bool) -> Value {
    Value::Map(Box::new(Map::new(collection, is_set)))
}

fn bytes(bytes: &[u8]) -> Value {
    let byte = |byte: &u8| Value::Int(Int::wrapped(IntKind::U8, (*byte).into()));
    Value::vec(bytes.iter().map(byte).collect::<Vec<_>>())
}
