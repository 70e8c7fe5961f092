fn main() {
    let mut names = Vec::new();
    names.push(1, 2);
    println!("{}", names.len());
}
