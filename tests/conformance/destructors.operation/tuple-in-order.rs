// The fields of a tuple are dropped in order, also those of a tuple within.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _tuple = (Loud("0"), (Loud("1.0"), Loud("1.1")), Loud("2"));
    println!("end of main");
}
