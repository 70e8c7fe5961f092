fn main() {
    let name = Some(1);
    println!("{}", name);
}
