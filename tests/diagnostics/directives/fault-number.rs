//@ fail write three: no space
fn main() {}
