// A payload is a value like others: whoever has it drops it.
use std::panic;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let outcome: Result<(), _> = panic::catch_unwind(|| {
        let _local = Loud("local");
        panic::panic_any(Loud("payload"));
    });
    println!("caught");
    drop(outcome);
    println!("end of main");
}
