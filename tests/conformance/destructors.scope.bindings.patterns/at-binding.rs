// `name @ pattern` moves the whole; with a reference both can be looked at.
#[derive(Debug)]
struct Level(i32);

impl Drop for Level {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn describe(level: Level) {
    match level {
        low @ Level(0..=9) => println!("low {low:?}"),
        high @ Level(_) => println!("high {high:?}"),
    }
}

fn main() {
    describe(Level(3));
    describe(Level(30));
    let whole @ Level(inner) = &Level(7);
    println!("{whole:?} {inner}");
}
