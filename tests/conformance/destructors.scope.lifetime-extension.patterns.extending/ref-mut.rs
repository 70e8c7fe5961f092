// `ref mut` borrows to change.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let ref mut place = Loud("first");
    *place = Loud("second");
    println!("now {}", place.0);
}
