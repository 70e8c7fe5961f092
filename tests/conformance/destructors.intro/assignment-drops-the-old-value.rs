// Assigning to a variable that holds something drops what it held.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut place = Loud("old");
    println!("before {}", place.0);
    place = Loud("new");
    println!("after {}", place.0);
}
