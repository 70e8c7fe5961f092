fn main() {
    let name = String::from("a");
    while name.len() < 3 {
        drop(name);
        println!("{name}");
    }
}
