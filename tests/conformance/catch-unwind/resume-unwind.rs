// `resume_unwind` lets a caught panic travel on, without raising a new one.
use std::panic;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn guarded() {
    let _guarded = Loud("guarded");
    let outcome = panic::catch_unwind(|| {
        let _inner = Loud("inner");
        panic!("original");
    });
    println!("caught, and on it goes");
    if let Err(payload) = outcome {
        panic::resume_unwind(payload);
    }
}

fn main() {
    let outcome = panic::catch_unwind(guarded);
    let payload = outcome.unwrap_err();
    println!("{:?}", payload.downcast_ref::<&str>());
}
