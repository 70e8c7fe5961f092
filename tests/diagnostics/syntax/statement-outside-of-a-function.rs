println!("hello");

fn main() {}
