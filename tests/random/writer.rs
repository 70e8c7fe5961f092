//! Writes a program from a row of numbers, each of which is one choice.
//!
//! When the numbers run out, every choice is the first, which is the one that ends soonest: so a
//! shorter row is a smaller program, and that is how a failing one is made small.

use super::variables::{State, Type, Variables};

/// How deeply expressions and blocks may be nested.
const DEPTH: usize = 5;

/// What every program begins with.
const PREAMBLE: &str = include_str!("preamble.txt");

/// The program for a row of choices: the greater part goes into `main`, the rest into the functions
/// it may call.
pub fn program(choices: &[u16]) -> String {
    let (for_main, rest) = choices.split_at(choices.len() * 2 / 3);
    let functions = match rest.first() {
        Some(&choice) => usize::from(choice) % 3,
        None => 0,
    };
    let main = Writer::new(for_main, functions, 0).main();
    let mut text = String::from(PREAMBLE);
    for (number, choices) in
        rest.chunks(rest.len() / functions.max(1) + 1).take(functions).enumerate()
    {
        // A function may call those before it, so that no program runs for ever.
        text += &Writer::new(choices, number, 1000 * (number as u32 + 1)).function(number);
    }
    text + &main
}

pub struct Writer<'c> {
    choices: std::slice::Iter<'c, u16>,
    pub variables: Variables,
    /// What `break`, `continue`, `return` and `?` may do here.
    pub place: Place,
    pub depth: usize,
    /// How many functions may be called.
    functions: usize,
    next: u32,
}

#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Labels of the loops around, the innermost last.
    pub loops: Vec<String>,
    /// Whether `?` and `return Err(…)` may leave here.
    pub fallible: bool,
    /// What `return` gives back.
    pub returns: Option<&'static str>,
}

impl<'c> Writer<'c> {
    /// `functions` of them may be called; the numbers of values begin after `next`.
    fn new(choices: &'c [u16], functions: usize, next: u32) -> Self {
        Self {
            choices: choices.iter(),
            variables: Variables::default(),
            place: Place::default(),
            depth: 0,
            functions,
            next,
        }
    }

    /// One of `count` choices; the first when the numbers have run out.
    pub fn pick(&mut self, count: usize) -> usize {
        self.choices.next().map_or(0, |&choice| usize::from(choice) % count)
    }

    /// One of the choices at hand, or none if there is none.
    pub fn pick_from<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        match from.len() {
            0 => None,
            count => Some(from[self.pick(count)]),
        }
    }

    /// True in one of `of` cases.
    pub fn one_in(&mut self, of: usize) -> bool {
        self.pick(of) == of - 1
    }

    pub fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    pub fn fresh(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.number())
    }

    pub fn functions(&self) -> usize {
        self.functions
    }

    pub fn too_deep(&self) -> bool {
        self.depth >= DEPTH || self.choices.len() == 0
    }

    fn function(&mut self, number: usize) -> String {
        self.place = Place { loops: Vec::new(), fallible: true, returns: Some("Loud") };
        let given = self.fresh("given");
        let kept = self.fresh("kept");
        let parameter = match self.pick(3) {
            0 => {
                self.variables.declare(&given, Type::Loud, State::Full);
                self.variables.declare(&kept, Type::Tuple, State::Full);
                format!("mut {given}: Loud, mut {kept}: (Loud, Loud)")
            }
            1 => {
                self.variables.declare(&given, Type::Loud, State::Full);
                self.variables.declare(&kept, Type::Loud, State::Full);
                format!("mut {given}: Loud, (_, mut {kept}): (Loud, Loud)")
            }
            _ => {
                self.variables.declare(&kept, Type::Loud, State::Full);
                format!("_: Loud, (mut {kept}, _): (Loud, Loud)")
            }
        };
        self.variables.declare("count", Type::Int, State::Full);
        let (statements, diverges) = self.statements();
        let tail = if diverges { String::new() } else { format!("Ok({})\n", self.loud()) };
        format!(
            "fn f{number}({parameter}, count: i32) -> Result<Loud> {{\n{statements}{tail}}}\n\n"
        )
    }

    fn main(&mut self) -> String {
        self.place = Place { loops: Vec::new(), fallible: true, returns: Some("()") };
        let (mut statements, mut diverges) = self.statements();
        for _ in 0..2 {
            if !diverges {
                let (more, ends) = self.statements();
                statements += &more;
                diverges = ends;
            }
        }
        let tail = if diverges { "" } else { "println!(\"end of main\");\nOk(())\n" };
        format!("fn main() -> Result<()> {{\n{statements}{tail}}}\n")
    }

    /// Writes something within a scope of its own.
    pub fn scoped<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let mark = self.variables.enter();
        self.depth += 1;
        let written = write(self);
        self.depth -= 1;
        self.variables.leave(mark);
        written
    }

    /// Writes the body of a loop or closure.
    pub fn behind_barrier<T>(&mut self, place: Place, write: impl FnOnce(&mut Self) -> T) -> T {
        let around = std::mem::replace(&mut self.place, place);
        let mark = self.variables.enter_barrier();
        self.depth += 1;
        let written = write(self);
        self.depth -= 1;
        self.variables.leave(mark);
        self.place = around;
        written
    }

    /// The place within a loop with that label.
    pub fn within_loop(&self, label: &str) -> Place {
        let mut place = self.place.clone();
        place.loops.push(label.to_owned());
        place
    }

    /// Writes two ways of which one is taken. A way that does not come to its end has no say in what
    /// is full afterwards. Returns both, and whether neither comes to its end.
    pub fn either(
        &mut self,
        first: impl FnOnce(&mut Self) -> (String, bool),
        second: impl FnOnce(&mut Self) -> (String, bool),
    ) -> (String, String, bool) {
        let before = self.variables.clone();
        let (one, one_diverges) = self.scoped(first);
        let after_one = std::mem::replace(&mut self.variables, before);
        let (other, other_diverges) = self.scoped(second);
        match (one_diverges, other_diverges) {
            (_, true) => self.variables = after_one,
            (true, false) => {}
            (false, false) => self.variables.join(&after_one),
        }
        (one, other, one_diverges && other_diverges)
    }

    /// Writes a way that may not be taken.
    pub fn perhaps(&mut self, write: impl FnOnce(&mut Self) -> (String, bool)) -> String {
        self.either(write, |_| (String::new(), false)).0
    }
}
