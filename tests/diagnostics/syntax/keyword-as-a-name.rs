fn main() {
    let match = 1;
    println!("{}", match);
}
