// A pattern that only copies or skips does not extend.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let Loud(name) = Loud("copied out");
    println!("{name}");
    let (number, _) = (7, Loud("skipped"));
    println!("{number}");
}
