fn main() {
    let text = std::fs::read_to_string("a.txt");
    println!("{}", text.is_ok());
}
