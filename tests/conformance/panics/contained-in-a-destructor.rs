// A panic that a destructor catches itself may happen while another one travels.
use std::panic;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Careful;

impl Drop for Careful {
    fn drop(&mut self) {
        let outcome = panic::catch_unwind(|| {
            let _inner = Loud("inner");
            panic!("contained");
        });
        println!("contained: {}", outcome.is_err());
    }
}

fn main() {
    let _first = Loud("first");
    let _careful = Careful;
    panic!("travels on");
}
