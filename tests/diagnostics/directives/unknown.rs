//@ handels: 4
fn main() {}
