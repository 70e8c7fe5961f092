// If dropping the old value panics, the new one is in its place all the same.
struct Touchy(&'static str, bool);

impl Drop for Touchy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        if self.1 {
            panic!("{} panics", self.0);
        }
    }
}

fn main() {
    let mut place = Touchy("old", true);
    println!("before {}", place.0);
    place = Touchy("new", false);
    println!("not reached {}", place.0);
}
