use std::mem;

fn main() {
    println!("{}", mem::align_of::<u64>());
}
