#[test]
fn works() {}

fn main() {}
