// What was moved away before a panic is not dropped by the unwinding.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn swallow(value: Loud) {
    println!("swallow {}", value.0);
}

fn main() {
    let _first = Loud("first");
    let second = Loud("second");
    let _third = Loud("third");
    swallow(second);
    panic!("after the move");
}
