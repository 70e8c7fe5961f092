fn main(name: String) {
    println!("{name}");
}
