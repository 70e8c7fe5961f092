//@ fail wrte 3: no space
fn main() {}
