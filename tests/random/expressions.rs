//! Expressions.

use super::variables::{State, Type};
use super::writer::{Place, Writer};

impl Writer<'_> {
    /// A value of the type `Loud`.
    pub fn loud(&mut self) -> String {
        if self.too_deep() {
            return format!("Loud({})", self.number());
        }
        self.depth += 1;
        let written = self.loud_of_choice();
        self.depth -= 1;
        written
    }

    fn loud_of_choice(&mut self) -> String {
        let id = self.number();
        match self.pick(27) {
            1 => format!("make({id})"),
            2 | 3 => self.moved(Type::Loud).unwrap_or_else(|| format!("make({id})")),
            4 => format!("pass({})", self.loud()),
            5 => {
                let parts = self.variables.movable_parts();
                match self.pick_from(&parts) {
                    Some(part) => self.variables.take_part(part),
                    None => format!("({}, {}).1", self.loud(), self.loud()),
                }
            }
            6 => self.scoped(|writer| {
                let (statements, diverges) = writer.statements();
                let tail = writer.loud_unless(diverges);
                format!("{{\n{statements}{tail}\n}}")
            }),
            7 => {
                let condition = self.condition();
                let (one, other, _) =
                    self.either(|writer| (writer.loud(), false), |writer| (writer.loud(), false));
                format!("if {condition} {{ {one} }} else {{ {other} }}")
            }
            8 => {
                let condition = self.condition();
                let (one, other, _) = self
                    .either(|writer| (writer.departure(), true), |writer| (writer.loud(), false));
                format!("if {condition} {{ {one} }} else {{ {other} }}")
            }
            9 if self.place.fallible => {
                let good = if self.one_in(4) { "no()" } else { "yes()" };
                format!("attempt({}, {good})?", self.loud())
            }
            10 => {
                let option = self.option();
                let name = self.fresh("some");
                // The first arm does nothing but hand on.
                let otherwise = self.perhaps(|writer| (writer.loud(), false));
                format!("match {option} {{ Some({name}) => {name}, None => {otherwise} }}")
            }
            11 => match self.moved(Type::Boxed) {
                Some(boxed) => format!("*{boxed}"),
                None => format!("*Box::new({})", self.loud()),
            },
            12 => {
                let readable = self.variables.readable(Type::Loud);
                match self.pick_from(&readable) {
                    Some(index) => {
                        self.variables.pin(index, true);
                        let value = self.loud();
                        self.variables.pin(index, false);
                        format!("mem::replace(&mut {}, {value})", self.variables.name(index))
                    }
                    None => format!("make({id})"),
                }
            }
            13 => format!("{}.unwrap_or({})", self.option(), self.loud()),
            14 => self.matched(),
            15 => self.looped(),
            16 => {
                let label = self.fresh("'block");
                let condition = self.condition();
                let (early, late) = (self.loud_in_block(), self.loud_in_block());
                format!("{label}: {{\nif {condition} {{ break {label} ({early}); }}\n{late}\n}}")
            }
            17 if self.functions() > 0 && self.place.fallible => {
                let number = self.pick(self.functions());
                let (given, kept, count) = (self.loud(), self.tuple(), self.pick(4));
                format!("f{number}({given}, {kept}, {count})?")
            }
            18 => {
                let name = self.fresh("argument");
                let body = self.behind_barrier(Place::default(), |writer| {
                    writer.variables.declare(&name, Type::Loud, State::Full);
                    let (statements, diverges) = writer.statements();
                    let tail = writer.loud_unless(diverges);
                    format!("{statements}{tail}")
                });
                format!("(|mut {name}: Loud| -> Loud {{\n{body}\n}})(make({id}))")
            }
            19 => {
                let body = self.behind_barrier(Place::default(), |writer| {
                    let (statements, diverges) = writer.statements();
                    let tail = writer.loud_unless(diverges);
                    format!("{statements}{tail}")
                });
                format!(
                    "match catch_unwind(AssertUnwindSafe(|| -> Loud {{\n{body}\n}})) \
                     {{ Ok(value) => value, Err(_) => Loud({id}) }}"
                )
            }
            20 => {
                let readable = self.variables.readable(Type::Option);
                match self.pick_from(&readable) {
                    Some(index) => {
                        let name = self.variables.name(index);
                        format!("{name}.take().unwrap_or_else(|| make({id}))")
                    }
                    None => format!("make({id})"),
                }
            }
            21 => match self.moved(Type::Kept) {
                Some(kept) => format!("ManuallyDrop::into_inner({kept})"),
                None => format!("ManuallyDrop::into_inner(ManuallyDrop::new({}))", self.loud()),
            },
            22 | 23 => self.found_by_a_guard(),
            24 | 25 => {
                let readable = self.variables.readable(Type::Map);
                match self.pick_from(&readable) {
                    Some(index) => {
                        let (name, key) = (self.variables.name(index), self.pick(4));
                        if self.one_in(2) {
                            return format!("{name}.remove(&{key}).unwrap_or(make({id}))");
                        }
                        self.variables.pin(index, true);
                        let value = self.loud();
                        self.variables.pin(index, false);
                        format!("{name}.insert({key}, {value}).unwrap_or_else(|| make({id}))")
                    }
                    None => {
                        let (old, key) = (self.loud(), self.pick(4));
                        format!(
                            "BTreeMap::from([(2, {old})]).insert({key}, {}).unwrap_or(make({id}))",
                            self.loud()
                        )
                    }
                }
            }
            _ => format!("Loud({id})"),
        }
    }

    /// A `match` whose first arm has an `if let` guard.
    fn found_by_a_guard(&mut self) -> String {
        let scrutinee = self.int();
        let option = self.option();
        let name = self.fresh("found");
        let more = if self.one_in(3) { " && look(&make(0)) < 1" } else { "" };
        let (one, other, _) = self.either(
            |writer| {
                writer.variables.declare(&name, Type::Loud, State::Full);
                (writer.loud(), false)
            },
            |writer| (writer.loud(), false),
        );
        format!(
            "match {scrutinee} {{ 0..=9 if let Some(mut {name}) = {option}{more} => {{ {one} }}, \
             _ => {{ {other} }} }}"
        )
    }

    /// A value at the end of statements; one that is never reached gives the block its type.
    fn loud_unless(&mut self, diverges: bool) -> String {
        if diverges { String::from("Loud(0)") } else { self.loud() }
    }

    /// A value written where it may not be evaluated.
    fn loud_in_block(&mut self) -> String {
        self.perhaps(|writer| (writer.loud(), false))
    }

    fn matched(&mut self) -> String {
        let scrutinee = self.loud();
        let name = self.fresh("arm");
        let guard = self.pick(5);
        let (one, other, _) = self.either(
            |writer| {
                writer.variables.declare(&name, Type::Loud, State::Full);
                (writer.loud(), false)
            },
            |writer| {
                writer.variables.declare(&name, Type::Loud, State::Full);
                (writer.loud(), false)
            },
        );
        let id = self.number();
        format!(
            "match {scrutinee} {{ mut {name} if look(&{name}) % 5 == {guard} || look(&make({id})) \
             < 0 => {{ {one} }}, mut {name} => {{ {other} }} }}"
        )
    }

    fn looped(&mut self) -> String {
        let label = self.fresh("'loop");
        // Its `break` must carry a value, so nothing within may leave it otherwise.
        let place = Place { loops: Vec::new(), ..self.place.clone() };
        let body = self.behind_barrier(place, |writer| {
            let (statements, diverges) = writer.statements();
            let value = writer.loud_unless(diverges);
            format!("{statements}break {label} ({value});")
        });
        format!("{label}: loop {{\n{body}\n}}")
    }

    /// A variable's whole value.
    pub fn moved(&mut self, holds: Type) -> Option<String> {
        let movable = self.variables.movable(holds);
        let index = self.pick_from(&movable)?;
        Some(self.variables.take(index))
    }

    pub fn tuple(&mut self) -> String {
        if self.one_in(3)
            && let Some(moved) = self.moved(Type::Tuple)
        {
            return moved;
        }
        format!("({}, {})", self.loud(), self.loud())
    }

    pub fn option(&mut self) -> String {
        match self.pick(4) {
            1 => String::from("None::<Loud>"),
            2 if let Some(moved) = self.moved(Type::Option) => moved,
            3 => {
                let value = self.loud();
                let condition = self.behind_barrier(Place::default(), Self::condition);
                format!("Some({value}).filter(|_| {condition})")
            }
            _ => format!("Some({})", self.loud()),
        }
    }

    /// An `i32`.
    pub fn int(&mut self) -> String {
        let id = self.number();
        if self.too_deep() {
            return id.to_string();
        }
        self.depth += 1;
        let written = match self.pick(9) {
            1 => {
                let readable = self.variables.readable(Type::Loud);
                match self.pick_from(&readable) {
                    Some(index) => format!("look(&{})", self.variables.name(index)),
                    None => format!("look(&make({id}))"),
                }
            }
            2 => format!("look(&{})", self.temporary()),
            3 => {
                let (first, second) = (self.temporary(), self.temporary());
                format!("both(&{first}, &{second})")
            }
            4 => format!("eat({})", self.loud()),
            5 => format!("{}.0", self.parenthesized_loud()),
            6 => format!("{} + {}", self.int(), self.int()),
            7 => {
                let readable = self.variables.readable(Type::Int);
                match self.pick_from(&readable) {
                    Some(index) => self.variables.name(index),
                    None => id.to_string(),
                }
            }
            8 => {
                let readable = self.variables.readable(Type::Reference);
                match self.pick_from(&readable) {
                    Some(index) => format!("look({})", self.variables.name(index)),
                    None => id.to_string(),
                }
            }
            _ => id.to_string(),
        };
        self.depth -= 1;
        written
    }

    /// A value that is no place, so that borrowing it makes a temporary.
    pub fn temporary(&mut self) -> String {
        let value = self.loud();
        let path = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        if value.trim_start_matches('*').chars().all(path) {
            format!("pass({value})")
        } else {
            value
        }
    }

    fn parenthesized_loud(&mut self) -> String {
        format!("({})", self.loud())
    }

    pub fn condition(&mut self) -> String {
        if self.too_deep() {
            return String::from("yes()");
        }
        self.depth += 1;
        let written = match self.pick(7) {
            1 => String::from("no()"),
            2 => format!("({}) % 2 == {}", self.int(), self.pick(2)),
            3 => {
                let first = self.condition();
                let second = self.perhaps(|writer| (writer.condition(), false));
                format!("({first} && {second})")
            }
            4 => {
                let first = self.condition();
                let second = self.perhaps(|writer| (writer.condition(), false));
                format!("({first} || {second})")
            }
            5 => format!("!({})", self.condition()),
            6 => {
                let readable = self.variables.readable(Type::Int);
                match self.pick_from(&readable) {
                    Some(index) => format!("{} == {}", self.variables.name(index), self.pick(3)),
                    None => String::from("yes()"),
                }
            }
            _ => String::from("yes()"),
        };
        self.depth -= 1;
        written
    }

    /// Something that does not come back.
    pub fn departure(&mut self) -> String {
        let id = self.number();
        match self.pick(6) {
            1 | 2 if !self.place.loops.is_empty() => {
                let loops = self.place.loops.clone();
                let label = loops[self.pick(loops.len())].clone();
                let word = if self.one_in(2) { "break" } else { "continue" };
                format!("{word} {label}")
            }
            3 if self.place.fallible => format!("return Err(Error::other(\"return {id}\"))"),
            4 if let Some(returns) = self.place.returns => match returns {
                "Loud" => format!("return Ok({})", self.loud()),
                _ => String::from("return Ok(())"),
            },
            5 if self.one_in(6) => format!("std::process::exit({})", id % 100),
            _ => format!("panic!(\"panic {id}\")"),
        }
    }
}
