// What an `if let` guard binds belongs to the arm: dropped in reverse, then what the pattern binds.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn second(of: &Loud) -> Option<Loud> {
    if of.0.is_empty() { None } else { Some(Loud("bound by the guard")) }
}

fn main() {
    match Loud("bound by the pattern") {
        x if let Some(y) = second(&x) => {
            let _block = Loud("of the block");
            println!("{} and {}", x.0, y.0);
        }
        _ => println!("not reached"),
    }
    println!("after the match");
}
