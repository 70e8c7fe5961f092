// A `let` belongs to the block it stands in, from wherever in it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _first = Loud("outer first");
    {
        let _inner = Loud("inner");
    }
    let _last = Loud("outer last");
    println!("end of main");
}
