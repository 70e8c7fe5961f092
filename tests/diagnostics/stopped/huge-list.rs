fn main() {
    let batch = vec![0u8; 1usize << 40];
    println!("{}", batch.len());
}
