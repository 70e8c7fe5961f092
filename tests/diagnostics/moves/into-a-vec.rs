fn main() {
    let name = String::from("a");
    let names = vec![name];
    println!("{} {}", names.len(), name);
}
