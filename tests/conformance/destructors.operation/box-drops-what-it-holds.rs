// A `Box` drops what it holds; a `Box` of a `Box` as well.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let boxed = Box::new(Loud("boxed"));
    let _twice = Box::new(Box::new(Loud("twice boxed")));
    println!("holding {}", boxed.0);
}
