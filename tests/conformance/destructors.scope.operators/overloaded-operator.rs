// An operator that a type defines drops its operands like a function that takes them by value.
use std::ops::Add;

#[derive(Debug)]
struct Meters(i32);

impl Drop for Meters {
    fn drop(&mut self) {
        println!("drop {} m", self.0);
    }
}

impl Add for Meters {
    type Output = Meters;

    fn add(self, other: Meters) -> Meters {
        println!("add {} and {}", self.0, other.0);
        Meters(self.0 + other.0)
    }
}

fn main() {
    let sum = Meters(1) + Meters(2);
    println!("{sum:?}");
}
