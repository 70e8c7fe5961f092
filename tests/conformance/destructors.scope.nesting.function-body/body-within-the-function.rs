// The body's variables are dropped before the parameters, and the value of the tail before both.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn name(of: &Loud) -> &str {
    of.0
}

fn body(_parameter: Loud) -> usize {
    let _local = Loud("local");
    name(&Loud("tail temporary")).len()
}

fn main() {
    println!("{}", body(Loud("parameter")));
}
