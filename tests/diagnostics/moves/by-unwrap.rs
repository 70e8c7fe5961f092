fn main() {
    let name = Some(String::from("a"));
    println!("{}", name.unwrap());
    println!("{}", name.is_some());
}
