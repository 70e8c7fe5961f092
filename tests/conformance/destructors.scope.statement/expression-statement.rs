// A value that an expression statement leaves unused is dropped at its semicolon.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(name: &'static str) -> Loud {
    Loud(name)
}

fn main() {
    make("unused");
    println!("after the call");
    make("field").0;
    println!("after the field");
}
