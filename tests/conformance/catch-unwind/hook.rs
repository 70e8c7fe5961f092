// A hook sees each panic before it unwinds.
use std::panic;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    panic::set_hook(Box::new(|_info| println!("the hook sees a panic")));
    let outcome = panic::catch_unwind(|| {
        let _local = Loud("local");
        panic!("seen");
    });
    println!("{}", outcome.is_err());
    panic::set_hook(Box::new(|_| println!("another hook")));
    let _last = Loud("last");
    panic!("seen by the other");
}
