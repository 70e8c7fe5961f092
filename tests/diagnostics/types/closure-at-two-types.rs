fn main() {
    let same = |value| value;
    println!("{}", same("a".to_string()));
    println!("{}", same(5));
}
