// A `while` is a `loop` with a `break`: its condition's temporaries go before the body, its body's
// variables at the end of each turn.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn below(limit: i32, value: i32) -> (bool, Loud) {
    (value < limit, Loud("condition"))
}

fn main() {
    let mut i = 0;
    while below(2, i).0 {
        let _turn = Loud("turn");
        println!("i is {i}");
        i += 1;
    }
    println!("after the loop");
}
