// Which expressions extend is a matter of their form: a borrow in a tuple does, an argument does not.
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
    let pair = (&Loud("in a tuple"), length(&Loud("in a call")));
    println!("{} {}", pair.0.0, pair.1);
}
