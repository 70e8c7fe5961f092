//! Statements.

use super::variables::{State, Type};
use super::writer::{Place, Writer};

impl Writer<'_> {
    /// Some statements, and whether control never gets past them.
    pub fn statements(&mut self) -> (String, bool) {
        if self.too_deep() {
            return (String::new(), false);
        }
        let mut text = String::new();
        for _ in 0..self.pick(5) + 1 {
            let (statement, diverges) = self.statement();
            text += &statement;
            text.push('\n');
            if diverges {
                return (text, true);
            }
        }
        (text, false)
    }

    fn statement(&mut self) -> (String, bool) {
        if self.too_deep() {
            return (format!("println!(\"mark {}\");", self.number()), false);
        }
        self.depth += 1;
        let written = match self.pick(12) {
            1..=4 => (self.binding(), false),
            5 | 6 => (self.assignment(), false),
            7 | 8 => (self.use_of_a_value(), false),
            9 | 10 => self.branch(),
            11 => (self.repetition(), false),
            _ => (format!("println!(\"mark {}\");", self.number()), false),
        };
        self.depth -= 1;
        written
    }

    fn binding(&mut self) -> String {
        match self.pick(24) {
            1 => self.bind("pair", Type::Tuple, Self::tuple),
            2 => self.bind("pair", Type::Pair, |writer| {
                format!("Pair {{ b: {}, a: {} }}", writer.loud(), writer.loud())
            }),
            3 => self.bind("guarded", Type::Guarded, |writer| {
                format!("Guarded {{ a: {}, b: {} }}", writer.loud(), writer.loud())
            }),
            4 => self.bind("option", Type::Option, Self::option),
            5 => self.bind("list", Type::List, |writer| {
                format!("vec![{}, {}]", writer.loud(), writer.loud())
            }),
            6 => self.bind("boxed", Type::Boxed, |writer| format!("Box::new({})", writer.loud())),
            7 => self.bind("shared", Type::Shared, |writer| {
                let readable = writer.variables.readable(Type::Shared);
                match writer.pick_from(&readable) {
                    Some(index) => format!("Rc::clone(&{})", writer.variables.name(index)),
                    None => format!("Rc::new({})", writer.loud()),
                }
            }),
            8 => self.bind("reference", Type::Reference, |writer| {
                let id = writer.number();
                match writer.pick(4) {
                    1 => format!("&({}, {}).0", writer.loud(), writer.loud()),
                    2 => format!("&{{ {} }}", writer.loud()),
                    3 => {
                        let condition = writer.condition();
                        format!("if {condition} {{ &make({id}) }} else {{ &Loud({id}) }}")
                    }
                    _ => format!("&make({id})"),
                }
            }),
            9 => format!("let _ = {};", self.loud()),
            10 => {
                let name = self.fresh("late");
                self.variables.declare(&name, Type::Loud, State::Empty);
                format!("let mut {name}: Loud;")
            }
            11 => {
                let tuple = self.tuple();
                let name = self.fresh("left");
                self.variables.declare(&name, Type::Loud, State::Full);
                format!("let (mut {name}, _) = {tuple};")
            }
            12 => {
                let tuple = self.tuple();
                let (left, right) = (self.fresh("left"), self.fresh("right"));
                self.variables.declare(&left, Type::Loud, State::Full);
                self.variables.declare(&right, Type::Loud, State::Full);
                format!("let (mut {left}, mut {right}) = {tuple};")
            }
            13 => {
                let option = self.option();
                let name = self.fresh("found");
                let mut departure = String::new();
                self.perhaps(|writer| {
                    departure = writer.departure();
                    (String::new(), true)
                });
                self.variables.declare(&name, Type::Loud, State::Full);
                format!("let Some(mut {name}) = {option} else {{ {departure} }};")
            }
            14 if self.place.fallible => {
                let path = ["a", "b", "missing/c"][self.pick(3)];
                self.bind("file", Type::File, |_| format!("ManagedFile::create(\"{path}\")?"))
            }
            15 => format!("let _bomb = Bomb({});", self.number()),
            16 => self.bind("number", Type::Int, Self::int),
            17 => self
                .bind("kept", Type::Kept, |writer| format!("ManuallyDrop::new({})", writer.loud())),
            18 | 19 => self.bind("map", Type::Map, |writer| {
                let (first, second) = (writer.loud(), writer.loud());
                format!("BTreeMap::from([({}, {first}), (2, {second})])", writer.pick(4))
            }),
            _ => self.bind("loud", Type::Loud, Self::loud),
        }
    }

    fn bind(
        &mut self,
        prefix: &str,
        holds: Type,
        value: impl FnOnce(&mut Self) -> String,
    ) -> String {
        let value = value(self);
        let name = self.fresh(prefix);
        self.variables.declare(&name, holds, State::Full);
        format!("let mut {name} = {value};")
    }

    fn assignment(&mut self) -> String {
        if self.one_in(4) {
            return self.assignment_to_a_pattern();
        }
        let value = self.loud();
        let parts = self.variables.assignable_parts();
        if self.one_in(3)
            && let Some(part) = self.pick_from(&parts)
        {
            return format!("{} = {value};", self.variables.fill_part(part));
        }
        let assignable = self.variables.assignable(Type::Loud);
        match self.pick_from(&assignable) {
            Some(index) => format!("{} = {value};", self.variables.fill(index)),
            None => format!("_ = {value};"),
        }
    }

    fn assignment_to_a_pattern(&mut self) -> String {
        let (pair, open, close) = match self.pick(3) {
            0 => (self.tuple(), "(", ")"),
            1 => (format!("[{}, {}]", self.loud(), self.loud()), "[", "]"),
            _ => (format!("Pair {{ b: {}, a: {} }}", self.loud(), self.loud()), "Pair { a: ", " }"),
        };
        let between = if close == " }" { ", b: " } else { ", " };
        let mut left = String::from("_");
        let mut taken = None;
        let assignable = self.variables.assignable(Type::Loud);
        if let Some(index) = self.pick_from(&assignable) {
            left = self.variables.fill(index);
            taken = Some(index);
        }
        let parts = self.variables.assignable_parts();
        let others: Vec<_> = assignable.into_iter().filter(|index| Some(*index) != taken).collect();
        let right = match (self.pick_from(&parts), self.pick_from(&others)) {
            (Some(part), _) if self.one_in(2) => self.variables.fill_part(part),
            (_, Some(index)) => self.variables.fill(index),
            _ => String::from("_"),
        };
        format!("{open}{left}{between}{right}{close} = {pair};")
    }

    fn use_of_a_value(&mut self) -> String {
        match self.pick(14) {
            1 => format!("{};", self.loud_statement()),
            2 => match self.moved(Type::Loud) {
                Some(name) => format!("drop({name});"),
                None => format!("eat({});", self.loud()),
            },
            3 => match self.moved(Type::Loud) {
                Some(name) if self.one_in(3) => format!("mem::forget({name});"),
                Some(name) => format!("{name};"),
                None => format!("_ = {};", self.loud()),
            },
            4 => {
                let lists = self.variables.readable(Type::List);
                match self.pick_from(&lists) {
                    Some(index) => {
                        self.variables.pin(index, true);
                        let value = self.loud();
                        self.variables.pin(index, false);
                        format!("{}.push({value});", self.variables.name(index))
                    }
                    None => format!("pass({});", self.loud()),
                }
            }
            5 => match self.moved(Type::Guarded) {
                Some(name) => format!("drop({name});"),
                None => format!("both(&{}, &{});", self.temporary(), self.temporary()),
            },
            6 => {
                let files = self.variables.readable(Type::File);
                match self.pick_from(&files) {
                    Some(index) if self.place.fallible => {
                        let name = self.variables.name(index);
                        format!("{name}.write(\"text {}\")?;", self.number())
                    }
                    _ => format!("println!(\"mark {}\");", self.number()),
                }
            }
            7 => match self.moved(Type::File) {
                Some(name) if self.place.fallible => format!("{name}.close()?;"),
                Some(name) => format!("drop({name});"),
                None => format!("eat({});", self.loud()),
            },
            8 => {
                let body = self.behind_barrier(Place::default(), |writer| writer.statements().0);
                let name = self.fresh("outcome");
                format!(
                    "let {name} = catch_unwind(AssertUnwindSafe(|| {{\n{body}}}));\n\
                     println!(\"{{}}\", {name}.is_err());"
                )
            }
            9 if self.place.fallible => {
                let place = Place { loops: Vec::new(), fallible: true, returns: Some("()") };
                let body = self.behind_barrier(place, |writer| {
                    let (statements, diverges) = writer.statements();
                    if diverges { statements } else { statements + "Ok(())\n" }
                });
                let file = self.fresh("file");
                format!(
                    "with(Opening::create(\"w\"), |{file}| -> Result<()> {{\n\
                     {file}.write(\"body\")?;\n{body}}})?;"
                )
            }
            10 => match self.moved(Type::Shared) {
                Some(name) => format!("drop({name});"),
                None => format!("let _ = {};", self.loud()),
            },
            11 => match self.moved(Type::Kept) {
                Some(kept) => format!("unsafe {{ ManuallyDrop::drop(&mut {kept}) }};"),
                None => {
                    let (kept, loud) = (self.fresh("kept"), self.loud());
                    format!(
                        "{{ let mut {kept} = ManuallyDrop::new({loud}); \
                         unsafe {{ ManuallyDrop::drop(&mut {kept}) }}; }}"
                    )
                }
            },
            12 => match self.moved(Type::Map) {
                Some(map) => format!("drop({map});"),
                None => {
                    format!("drop(BTreeMap::from([(2, {}), (1, {})]));", self.loud(), self.loud())
                }
            },
            _ => format!("println!(\"{{}}\", {});", self.int()),
        }
    }

    /// An expression that may stand as a statement without being taken for one that ends early.
    fn loud_statement(&mut self) -> String {
        format!("({})", self.loud())
    }

    fn branch(&mut self) -> (String, bool) {
        match self.pick(7) {
            1 => {
                let condition = self.condition();
                let (one, other, diverges) = self.either(Self::statements, Self::statements);
                (format!("if {condition} {{\n{one}}} else {{\n{other}}}"), diverges)
            }
            2 | 3 => {
                let option = self.option();
                let name = self.fresh("some");
                let more = if self.one_in(3) { " && look(&make(0)) == 0" } else { "" };
                let (one, other, diverges) = self.either(
                    |writer| {
                        writer.variables.declare(&name, Type::Loud, State::Full);
                        writer.statements()
                    },
                    Self::statements,
                );
                let text = format!(
                    "if let Some(mut {name}) = {option}{more} {{\n{one}}} else {{\n{other}}}"
                );
                (text, diverges)
            }
            4 => {
                let scrutinee = self.int();
                let (one, other, diverges) = self.either(Self::statements, Self::statements);
                let cut = self.pick(20);
                (
                    format!(
                        "match {scrutinee} {{\n..={cut} => {{\n{one}}}\n_ => {{\n{other}}}\n}}"
                    ),
                    diverges,
                )
            }
            5 => {
                let (statements, diverges) = self.scoped(Self::statements);
                (format!("{{\n{statements}}}"), diverges)
            }
            6 if self.one_in(2) => (format!("{};", self.departure()), true),
            _ => {
                let condition = self.condition();
                let then = self.perhaps(|writer| {
                    let (statements, diverges) = writer.statements();
                    if diverges || !writer.one_in(2) {
                        return (statements, diverges);
                    }
                    (format!("{statements}{};\n", writer.departure()), true)
                });
                (format!("if {condition} {{\n{then}}}"), false)
            }
        }
    }

    fn repetition(&mut self) -> String {
        let label = self.fresh("'turns");
        let place = self.within_loop(&label);
        let name = self.fresh("turn");
        let times = self.pick(3) + 1;
        match self.pick(6) {
            5 => {
                let map = match self.moved(Type::Map) {
                    Some(map) => map,
                    None => format!("BTreeMap::from([(7, {}), (5, {})])", self.loud(), self.loud()),
                };
                let body = self.behind_barrier(place, |writer| {
                    writer.variables.declare(&name, Type::Loud, State::Full);
                    writer.statements().0
                });
                format!("{label}: for (_, mut {name}) in {map} {{\n{body}}}")
            }
            1 => {
                let list = match self.moved(Type::List) {
                    Some(list) => list,
                    None => format!("[{}, {}]", self.loud(), self.loud()),
                };
                let body = self.behind_barrier(place, |writer| {
                    writer.variables.declare(&name, Type::Loud, State::Full);
                    writer.statements().0
                });
                format!("{label}: for mut {name} in {list} {{\n{body}}}")
            }
            2 => {
                let id = self.number();
                let body = self.behind_barrier(place, |writer| {
                    writer.variables.declare(&name, Type::Int, State::Full);
                    writer.statements().0
                });
                format!(
                    "let mut {name} = 0;\n{label}: while {name} < {times} && look(&make({id})) > 0 \
                     {{\n{name} += 1;\n{body}}}"
                )
            }
            3 => {
                let lists = self.variables.readable(Type::List);
                let Some(index) = self.pick_from(&lists) else {
                    return format!("println!(\"mark {}\");", self.number());
                };
                let list = self.variables.name(index);
                self.variables.pin(index, true);
                let body = self.behind_barrier(place, |writer| {
                    writer.variables.declare(&name, Type::Loud, State::Full);
                    writer.statements().0
                });
                self.variables.pin(index, false);
                format!("{label}: while let Some(mut {name}) = {list}.pop() {{\n{body}}}")
            }
            _ => {
                let body = self.behind_barrier(place, |writer| {
                    writer.variables.declare(&name, Type::Int, State::Full);
                    writer.statements().0
                });
                format!("{label}: for {name} in 0..{times} {{\n{body}}}")
            }
        }
    }
}
