// An extended temporary takes its place among the variables of the block.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _first = Loud("first");
    let middle = &Loud("middle, a temporary");
    let _last = Loud("last");
    println!("{}", middle.0);
}
