// A variable that never got a value has nothing to drop.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _never: Loud;
    let _given = Loud("given");
    println!("end of main");
}
