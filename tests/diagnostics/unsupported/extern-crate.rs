extern crate alloc;

fn main() {}
