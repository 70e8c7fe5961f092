fn main() {
    let name: String;
    println!("{name}");
}
