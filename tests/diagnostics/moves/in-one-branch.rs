fn main() {
    let name = String::from("a");
    if name.len() > 3 {
        drop(name);
    }
    println!("{name}");
}
