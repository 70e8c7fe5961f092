// In a chain of `else if`, what was tried before is gone before the next is tried.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn attempt(value: Loud, good: bool) -> Result<Loud, Loud> {
    println!("attempt {}", value.0);
    if good { Ok(value) } else { Err(value) }
}

fn main() {
    if let Ok(value) = attempt(Loud("first"), false) {
        println!("got {}", value.0);
    } else if let Ok(value) = attempt(Loud("second"), true) {
        println!("got {}", value.0);
    } else {
        println!("nothing");
    }
    println!("end of main");
}
