// The temporaries of an expression statement live until its semicolon.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Loud {
    fn say(&self) -> &Self {
        println!("say {}", self.0);
        self
    }
}

fn main() {
    Loud("chain").say().say();
    println!("after the semicolon");
}
