fn main() {
    let name = String::from("a");
    drop(name);
    println!("{name}");
    println!("{}", nam);
}
