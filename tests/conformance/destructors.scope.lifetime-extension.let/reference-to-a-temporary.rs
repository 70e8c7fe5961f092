// `let x = &value` keeps the value to the end of the block.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _before = Loud("before");
    let extended = &Loud("extended");
    let _after = Loud("after");
    println!("use {}", extended.0);
}
