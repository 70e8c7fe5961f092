fn main() {
    let name;
    if 1 > 2 {
        name = String::from("a");
    }
    println!("{name}");
}
