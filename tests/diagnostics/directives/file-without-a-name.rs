//@ file
fn main() {}
