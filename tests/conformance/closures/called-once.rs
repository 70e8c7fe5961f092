// A closure that gives away what it captured can be called once; uncalled, it drops it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn call(action: impl FnOnce() -> Loud) -> Loud {
    println!("calling");
    action()
}

fn ignore(_action: impl FnOnce() -> Loud) {
    println!("not calling");
}

fn main() {
    let first = Loud("first");
    let second = Loud("second");
    let got = call(move || first);
    println!("got {}", got.0);
    ignore(move || second);
    println!("end of main");
}
