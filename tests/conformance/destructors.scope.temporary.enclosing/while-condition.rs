// The temporaries of a `while` condition are gone before each turn, and before going on.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut left = 2;
    while Loud("condition").0.len() > 0 && left > 0 {
        println!("turn {left}");
        left -= 1;
    }
    println!("after the loop");
}
