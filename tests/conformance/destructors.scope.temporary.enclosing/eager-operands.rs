// `&` and `|` evaluate both operands, and their temporaries live to the end of the statement.
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
    let a = is(&Loud("a"), false) & is(&Loud("b"), true);
    println!("{a}");
    let b = is(&Loud("c"), true) | is(&Loud("d"), false);
    println!("{b}");
}
