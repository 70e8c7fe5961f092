// A temporary in an arm's body lives until the end of the arm.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn length(of: &Loud) -> usize {
    of.0.len()
}

fn main() {
    let total = match 2 {
        2 => length(&Loud("in the arm")) + length(&Loud("also in the arm")),
        _ => 0,
    };
    println!("{total}");
}
