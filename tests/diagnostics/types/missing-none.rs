fn main() {
    let name = Some(1);
    match name {
        Some(n) => println!("{n}"),
    }
}
