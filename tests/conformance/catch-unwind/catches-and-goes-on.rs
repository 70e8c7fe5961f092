// `catch_unwind` stops a panic; everything below it has been dropped by then.
use std::panic;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _outside = Loud("outside");
    let outcome = panic::catch_unwind(|| {
        let _inside = Loud("inside");
        if _inside.0.len() == 6 {
            panic!("caught");
        }
        5
    });
    println!("is_err: {}", outcome.is_err());
    let outcome = panic::catch_unwind(|| 5);
    println!("{}", outcome.unwrap());
}
