fn main() {
    let a = if true { 1 };
    println!("{a:?}");
}
