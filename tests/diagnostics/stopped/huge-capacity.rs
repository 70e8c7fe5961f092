fn main() {
    let text = String::with_capacity(1usize << 40);
    println!("{}", text.len());
}
