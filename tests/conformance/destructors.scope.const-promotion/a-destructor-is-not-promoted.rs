// A value with a destructor is never promoted: it is a temporary.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let length = (&Loud("temporary")).0.len();
    println!("{length}");
}
