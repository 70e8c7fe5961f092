use std::ops::Add;

struct Meters(i32);

impl Add for Meters {
    type Output = Meters;

    fn add(self, other: Meters) -> Meters {
        Meters(self.0 + other.0)
    }
}

fn main() {
    println!("{}", (Meters(1) + Meters(2)).0);
}
