fn main() {
    let line = "0123456789".repeat(1usize << 40);
    println!("{}", line.len());
}
