// What was moved into a closure lives as long as the closure does.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make() -> impl Fn() -> usize {
    let captured = Loud("captured");
    let _local = Loud("local");
    move || captured.0.len()
}

fn main() {
    let closure = make();
    println!("made");
    println!("{}", closure());
}
