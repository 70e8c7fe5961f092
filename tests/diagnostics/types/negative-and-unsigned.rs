fn main() {
    let count: usize = -1;
    println!("{} {}", count, -1u8);
}
