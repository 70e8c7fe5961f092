// What `finish_non_exhaustive` closes, by the kind of brackets.
use std::fmt;

struct Pair(i32);
impl fmt::Debug for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pair").field(&self.0).finish_non_exhaustive()
    }
}

struct List;
impl fmt::Debug for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entry(&1).finish_non_exhaustive()
    }
}

fn main() {
    println!("{:?} {:?}", Pair(1), List);
}
