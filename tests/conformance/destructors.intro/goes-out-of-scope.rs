// A variable is dropped at the end of the block that declares it, a temporary at the end of its
// statement.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _outer = Loud("outer");
    {
        let _inner = Loud("inner");
        println!("in the block");
    }
    Loud("temporary");
    println!("end of main");
}
