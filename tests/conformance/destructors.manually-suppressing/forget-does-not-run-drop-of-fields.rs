// Forgetting a value forgets all that is in it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Holder {
    parts: Vec<Loud>,
}

fn main() {
    let holder = Holder { parts: vec![Loud("a"), Loud("b")] };
    println!("{} parts", holder.parts.len());
    std::mem::forget(holder);
    println!("end of main");
}
