// A closure's parameters follow the same rule, patterns included.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let closure = |(a, _): (Loud, Loud), b: Loud| {
        let _local = Loud("local");
        println!("{} {}", a.0, b.0);
    };
    closure((Loud("pair.0"), Loud("pair.1")), Loud("single"));
}
