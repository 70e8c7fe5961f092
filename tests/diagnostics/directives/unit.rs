//@ disk: 64 XB
fn main() {}
