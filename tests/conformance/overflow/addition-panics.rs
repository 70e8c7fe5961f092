// Integers that overflow panic.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn add(a: u8, b: u8) -> u8 {
    let _local = Loud("local");
    a + b
}

fn main() {
    println!("{}", add(200, 55));
    println!("{}", add(200, 56));
}
