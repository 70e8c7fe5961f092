static mut COUNT: i32 = 0;

fn main() {}
