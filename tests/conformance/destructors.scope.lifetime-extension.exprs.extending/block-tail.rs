// The tail of a block, though it is edition 2024.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let kept = {
        let _local = Loud("local");
        &Loud("tail")
    };
    println!("{}", kept.0);
    let nested = { [Some(&Loud("nested"))] };
    println!("{}", nested[0].is_some());
}
