// A reference going out of scope drops nothing.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let owner = Loud("owner");
    {
        let reference = &owner;
        println!("looking at {}", reference.0);
    }
    println!("still there: {}", owner.0);
}
