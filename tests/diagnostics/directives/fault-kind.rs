//@ fail write 3: no such thing
fn main() {}
