// A panic stops at the innermost catcher; one raised after that goes to the next.
use std::panic;

fn main() {
    let outer = panic::catch_unwind(|| {
        let inner = panic::catch_unwind(|| {
            panic!("inner");
        });
        println!("inner caught: {}", inner.is_err());
        panic!("outer");
    });
    println!("outer caught: {}", outer.is_err());
}
