// The parameter outlives every variable of the body.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn take(parameter: Loud) -> usize {
    let _local = Loud("local");
    {
        let _inner = Loud("inner");
    }
    parameter.0.len()
}

fn main() {
    println!("{}", take(Loud("parameter")));
}
