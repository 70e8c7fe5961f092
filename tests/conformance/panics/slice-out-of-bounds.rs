// So does a range that ends too late, or begins after its end.
use std::panic;

fn attempt(from: usize, to: usize) {
    let outcome = panic::catch_unwind(|| {
        let list = [1, 2, 3];
        list[from..to].len()
    });
    match outcome {
        Ok(length) => println!("{length}"),
        Err(payload) => println!("{}", payload.downcast_ref::<String>().unwrap()),
    }
}

fn main() {
    attempt(0, 3);
    attempt(1, 4);
    attempt(2, 1);
}
