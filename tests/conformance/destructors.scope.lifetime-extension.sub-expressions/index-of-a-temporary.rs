// A reference to an element extends the whole array.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let second = &[Loud("0"), Loud("1"), Loud("2")][1];
    println!("{}", second.0);
}
