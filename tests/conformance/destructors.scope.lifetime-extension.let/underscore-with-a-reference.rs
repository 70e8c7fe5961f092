// `let _ = &value` extends too, though nothing is bound.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _ = &Loud("extended");
    let _ = Loud("not extended");
    println!("end of main");
}
