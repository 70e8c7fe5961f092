// Destructors are not guaranteed to run: whoever forgets a value leaves its clean-up undone.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let forgotten = Loud("forgotten");
    let _kept = Loud("kept");
    std::mem::forget(forgotten);
    println!("end of main");
}
