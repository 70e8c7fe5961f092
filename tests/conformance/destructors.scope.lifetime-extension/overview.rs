// A temporary whose reference a `let` keeps lives as long as the variable.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let extended = &Loud("extended");
    let plain = Loud("not extended").0;
    println!("{} and {plain}", extended.0);
}
