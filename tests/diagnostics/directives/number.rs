//@ handles: many
fn main() {}
