// A trait may ask for a function without `self`, and for a constant.
trait Unit {
    const NAME: &'static str;

    fn new(value: i32) -> Self;
    fn value(&self) -> i32;
}

struct Meter(i32);

impl Unit for Meter {
    const NAME: &'static str = "m";

    fn new(value: i32) -> Self {
        Meter(value)
    }

    fn value(&self) -> i32 {
        self.0
    }
}

fn main() {
    let meter = Meter::new(12);
    println!("{} {}", meter.value(), Meter::NAME);
}
