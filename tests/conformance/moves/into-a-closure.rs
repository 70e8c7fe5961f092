// A `move` closure takes what it names; calling it once may give it away.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let value = Loud("value");
    let give = move || value;
    println!("before the call");
    let got = give();
    println!("got {}", got.0);
}
