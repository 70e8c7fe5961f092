// The same for the library's methods: an `Option` by value is an operand while the arguments are made.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn fail() -> Result<Loud, String> {
    Err(String::from("no default"))
}

fn both(_first: Loud, _second: Loud) {
    println!("not reached");
}

fn run() -> Result<(), String> {
    both(Loud("first"), Some(Loud("second")).unwrap_or(fail()?));
    Ok(())
}

fn main() {
    println!("{:?}", run());
}
