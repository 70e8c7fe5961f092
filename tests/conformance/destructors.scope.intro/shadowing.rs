// A variable that is shadowed lives on until its scope ends.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let value = Loud("shadowed");
    let value = (value.0, Loud("shadowing"));
    println!("{} hides {}", value.1.0, value.0);
}
