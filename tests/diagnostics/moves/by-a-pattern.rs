fn main() {
    let name = Some(String::from("a"));
    if let Some(text) = name {
        println!("{text}");
    }
    println!("{name:?}");
}
