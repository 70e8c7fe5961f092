// The right side is evaluated, then the old value is dropped, then the new one is there.
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
    let mut place = make("old");
    place = make("new");
    println!("now {}", place.0);
}
