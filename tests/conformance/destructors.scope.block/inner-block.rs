// A block drops its variables at its closing brace, before the next statement of the outer block.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _a = Loud("a");
    {
        let _b = Loud("b");
        {
            let _c = Loud("c");
        }
        println!("c is gone");
    }
    println!("b is gone");
}
