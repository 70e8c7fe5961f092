// A value that is moved only on one way is dropped at the end only on the other.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn maybe(away: bool) {
    let value = Loud("value");
    let _after = Loud("after");
    if away {
        drop(value);
    }
    println!("end of maybe({away})");
}

fn main() {
    maybe(true);
    maybe(false);
}
