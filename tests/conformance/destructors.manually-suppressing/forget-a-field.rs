// Forgetting one field leaves the others to be dropped.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let tuple = (Loud("dropped"), Loud("forgotten"));
    std::mem::forget(tuple.1);
    println!("end of main");
}
