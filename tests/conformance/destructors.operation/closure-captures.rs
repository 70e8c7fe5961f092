// What a closure captured by move is dropped with the closure.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let kept = Loud("captured");
    let closure = move || println!("called with {}", kept.0);
    closure();
    closure();
    drop(closure);
    println!("end of main");
}
