// The only owner can take the value back.
use std::rc::Rc;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let shared = Rc::new(Loud("value"));
    let other = Rc::clone(&shared);
    let shared = match Rc::try_unwrap(shared) {
        Ok(_) => return,
        Err(shared) => shared,
    };
    println!("{} owners", Rc::strong_count(&shared));
    drop(other);
    if let Ok(value) = Rc::try_unwrap(shared) {
        println!("took {}", value.0);
    }
    println!("end of main");
}
