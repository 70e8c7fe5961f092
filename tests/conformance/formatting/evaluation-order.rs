// Arguments are evaluated in order, all before anything is printed, and dropped after it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(name: &'static str) -> Loud {
    println!("make {name}");
    Loud(name)
}

fn main() {
    println!("{} and {}", make("first").0, make("second").0);
    let text = format!("{1}{0}", make("a").0, make("b").0);
    println!("{text}");
}
