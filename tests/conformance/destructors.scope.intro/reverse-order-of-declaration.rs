// Variables are dropped in reverse order of declaration.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _a = Loud("a");
    let _b = Loud("b");
    let _c = Loud("c");
    println!("end of main");
}
