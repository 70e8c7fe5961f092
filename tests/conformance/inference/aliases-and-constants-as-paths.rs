// A type's other name is good for its functions and variants, and constants can be called.
use std::collections::BTreeMap;

enum Step {
    Add,
    Subtract,
}
type Operation = Step;

struct Holder<'a> {
    flags: &'a [bool],
}
type Short<'a> = Holder<'a>;

struct Queue;
impl Queue {
    fn limit() -> i32 {
        3
    }
}

const NEXT: fn(i32) -> i32 = |n| n + 1;

fn one(n: &u8) -> u8 {
    *n
}
static SAME: fn(&u8) -> u8 = one;

struct Table;
impl Table {
    const ID: fn(i32) -> i32 = |n| n;

    fn look(&self) -> i32 {
        Self::ID(4)
    }
}

fn main() {
    for step in [Operation::Add, Operation::Subtract] {
        match step {
            Operation::Add => println!("add"),
            Operation::Subtract => println!("subtract"),
        }
    }
    let short: Short = Short { flags: &[true, false] };
    println!("{}", short.flags.len());
    type Line = Queue;
    println!("{}", Line::limit());
    type Counts = BTreeMap<i32, i32>;
    let mut counts = Counts::new();
    counts.insert(1, 2);
    println!("{counts:?}");
    println!("{} {} {}", NEXT(2), SAME(&3), Table.look());
}
