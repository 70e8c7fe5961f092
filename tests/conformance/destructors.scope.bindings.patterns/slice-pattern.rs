// An array taken apart by a pattern gives variables dropped in reverse; what is skipped is dropped
// with the statement.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let [first, _, third] = [Loud("0"), Loud("1"), Loud("2")];
    println!("{} and {}", first.0, third.0);
}
