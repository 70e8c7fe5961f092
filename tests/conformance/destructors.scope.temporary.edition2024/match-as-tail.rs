// A `match` in tail position drops its scrutinee before the variables of the block.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn tail() -> &'static str {
    let _local = Loud("local");
    match Loud("scrutinee").0.len() {
        9 => "nine",
        _ => "other",
    }
}

fn main() {
    println!("{}", tail());
}
