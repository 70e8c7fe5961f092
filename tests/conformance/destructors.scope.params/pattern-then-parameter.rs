// Each parameter is dropped after what its pattern binds: here `y`, what is left of the second
// parameter, `x`, what is left of the first.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn patterns((x, _): (Loud, Loud), (_, y): (Loud, Loud)) {
    println!("x is {}, y is {}", x.0, y.0);
}

fn main() {
    patterns((Loud("first.0"), Loud("first.1")), (Loud("second.0"), Loud("second.1")));
}
