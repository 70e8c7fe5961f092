//! What a program being written knows of its variables, so that `rustc` accepts what is written next.

/// The types that occur. `Pair` and `Tuple` may be taken apart, `Guarded` has a `drop` of its own and
/// may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Loud,
    Tuple,
    Pair,
    Guarded,
    Option,
    List,
    Boxed,
    Shared,
    /// A reference to a temporary that `let` keeps.
    Reference,
    File,
    Int,
    /// In a `ManuallyDrop`: its value is dropped where the program says so.
    Kept,
    Map,
}

impl Type {
    /// The names of the fields that may be moved out of it.
    pub fn parts(self) -> Option<[&'static str; 2]> {
        match self {
            Self::Tuple => Some(["0", "1"]),
            Self::Pair => Some(["a", "b"]),
            _ => None,
        }
    }
}

/// What is known of a variable's value, as `rustc` sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Full,
    /// One of the parts (0 or 1) is gone.
    Without(usize),
    /// Not assigned, moved, or one of these on some ways.
    Empty,
}

#[derive(Debug, Clone)]
pub struct Variable {
    pub name: String,
    pub holds: Type,
    pub state: State,
    /// Borrowed by the expression that is being written.
    pub pinned: bool,
}

/// The variables in scope, the innermost last.
#[derive(Debug, Clone, Default)]
pub struct Variables {
    all: Vec<Variable>,
    /// Those before this one are outside of a loop's body or closure: they may be looked at and
    /// assigned to, and not moved.
    barrier: usize,
}

/// Marks a scope; see [`Variables::leave`].
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    count: usize,
    barrier: usize,
}

impl Variables {
    pub fn declare(&mut self, name: impl Into<String>, holds: Type, state: State) {
        self.all.push(Variable { name: name.into(), holds, state, pinned: false });
    }

    pub fn enter(&self) -> Mark {
        Mark { count: self.all.len(), barrier: self.barrier }
    }

    /// From here on, no variable that exists may be moved. What is empty stays empty for good, since
    /// neither a closure nor a later turn may count on it.
    pub fn enter_barrier(&mut self) -> Mark {
        let mark = self.enter();
        self.barrier = self.all.len();
        mark
    }

    pub fn leave(&mut self, mark: Mark) {
        self.all.truncate(mark.count);
        self.barrier = mark.barrier;
    }

    /// Joins two ways: what is full on both is full.
    pub fn join(&mut self, other: &Self) {
        for (variable, other) in self.all.iter_mut().zip(&other.all) {
            if variable.state != other.state {
                variable.state = State::Empty;
            }
        }
    }

    /// Those that may be looked at and whose value is there.
    pub fn readable(&self, holds: Type) -> Vec<usize> {
        self.find(0, |variable| variable.holds == holds && variable.state == State::Full)
    }

    /// Those that may be moved.
    pub fn movable(&self, holds: Type) -> Vec<usize> {
        self.find(self.barrier, |variable| variable.holds == holds && variable.state == State::Full)
    }

    /// Those that may be assigned to as a whole. What is outside of a loop or closure must be full.
    pub fn assignable(&self, holds: Type) -> Vec<usize> {
        let mut found = self.readable(holds);
        found.extend(self.find(self.barrier, |variable| {
            variable.holds == holds && variable.state != State::Full
        }));
        found
    }

    /// Parts that may be moved: the variable and which part.
    pub fn movable_parts(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for index in self.find(self.barrier, |variable| variable.holds.parts().is_some()) {
            match self.all[index].state {
                State::Full => found.extend([(index, 0), (index, 1)]),
                State::Without(part) => found.push((index, 1 - part)),
                State::Empty => {}
            }
        }
        found
    }

    /// Parts that may be assigned to.
    pub fn assignable_parts(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for index in self.find(0, |variable| variable.holds.parts().is_some()) {
            match self.all[index].state {
                State::Full => found.extend([(index, 0), (index, 1)]),
                State::Without(part) if index >= self.barrier => found.push((index, part)),
                _ => {}
            }
        }
        found
    }

    fn find(&self, from: usize, wanted: impl Fn(&Variable) -> bool) -> Vec<usize> {
        (from..self.all.len())
            .filter(|&index| !self.all[index].pinned && wanted(&self.all[index]))
            .collect()
    }

    pub fn name(&self, index: usize) -> String {
        self.all[index].name.clone()
    }

    /// Takes the whole value.
    pub fn take(&mut self, index: usize) -> String {
        self.all[index].state = State::Empty;
        self.name(index)
    }

    pub fn fill(&mut self, index: usize) -> String {
        self.all[index].state = State::Full;
        self.name(index)
    }

    /// Takes one part and returns its path.
    pub fn take_part(&mut self, (index, part): (usize, usize)) -> String {
        let variable = &mut self.all[index];
        variable.state = match variable.state {
            State::Full => State::Without(part),
            _ => State::Empty,
        };
        self.part(index, part)
    }

    /// Gives a part a value and returns its path.
    pub fn fill_part(&mut self, (index, part): (usize, usize)) -> String {
        self.all[index].state = State::Full;
        self.part(index, part)
    }

    fn part(&self, index: usize, part: usize) -> String {
        let variable = &self.all[index];
        format!("{}.{}", variable.name, variable.holds.parts().unwrap()[part])
    }

    pub fn pin(&mut self, index: usize, pinned: bool) {
        self.all[index].pinned = pinned;
    }
}
