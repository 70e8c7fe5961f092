// `Box::leak` gives the value away for the rest of the program.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let leaked: &'static mut Loud = Box::leak(Box::new(Loud("leaked")));
    leaked.0 = "changed";
    println!("{}", leaked.0);
}
