// The same when a panic leaves in the middle.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn explode() -> Loud {
    panic!("in the third element");
}

fn main() {
    let _local = Loud("local");
    let _array = [Loud("0"), Loud("1"), explode(), Loud("not made")];
}
