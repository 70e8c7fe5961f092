// Each `let` statement drops its own temporaries, and keeps what it binds.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn length(of: &Loud) -> usize {
    of.0.len()
}

fn main() {
    let size = length(&Loud("temporary of a let"));
    println!("size {size}");
    let _kept = Loud("bound by a let");
    println!("end of main");
}
