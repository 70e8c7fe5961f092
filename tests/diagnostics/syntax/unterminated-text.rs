fn main() {
    println!("yes);
}
