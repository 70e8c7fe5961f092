// Each operand of `&&` and `||` drops its temporaries before the next is evaluated; an operand that
// is not evaluated makes none.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn is(value: &Loud, expected: bool) -> bool {
    println!("{} is {expected}", value.0);
    expected
}

fn main() {
    let a = is(&Loud("a"), true) && is(&Loud("b"), false) && is(&Loud("not evaluated"), true);
    println!("{a}");
    let b = is(&Loud("c"), false) || is(&Loud("d"), true) || is(&Loud("not evaluated"), true);
    println!("{b}");
}
