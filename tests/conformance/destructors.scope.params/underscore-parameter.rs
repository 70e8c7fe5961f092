// A parameter named `_` is not bound, yet it lives as long as the function.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn ignore(_: Loud, named: Loud) {
    let _local = Loud("local");
    println!("body with {}", named.0);
}

fn main() {
    ignore(Loud("ignored"), Loud("named"));
    println!("end of main");
}
