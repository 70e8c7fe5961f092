fn main() {
    let names = Vec::new();
    names.push(1);
    println!("{}", names.len());
}
