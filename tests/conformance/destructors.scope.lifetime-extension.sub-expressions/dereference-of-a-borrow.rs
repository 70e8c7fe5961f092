// A dereference hands the extension on to its operand.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let again = &*&Loud("extended");
    println!("{}", again.0);
}
