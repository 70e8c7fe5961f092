// A statement's temporaries are gone before the next statement of its block begins.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn look(at: &Loud) {
    println!("look at {}", at.0);
}

fn main() {
    {
        look(&Loud("one"));
        look(&Loud("two"));
        println!("end of the block");
    }
    look(&Loud("three"));
}
