use std::sync::{Arc, Mutex};

fn main() {
    let shared = Arc::new(Mutex::new(1));
    println!("{:?}", shared);
}
