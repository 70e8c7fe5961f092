// The same for an `if let` in tail position.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn tail(some: bool) -> usize {
    let _local = Loud("local");
    if let Some(value) = Some(Loud("value")).filter(|_| some) {
        value.0.len()
    } else {
        println!("else");
        0
    }
}

fn main() {
    println!("{}", tail(true));
    println!("{}", tail(false));
}
