fn main() {
    let total;
    total = 1;
    println!("{total}");
    total = 2;
    println!("{total}");
}
