// What is parsed can be larger than an `i32` where only a later line says as what.
fn double(bytes: u64) -> u64 {
    bytes * 2
}
fn main() {
    let mut sizes: Vec<i64> = Vec::new();
    for text in ["5000000000", "-7", "x"] {
        match text.parse() {
            Ok(size) => sizes.push(size),
            Err(error) => println!("{text}: {error}"),
        }
    }
    println!("{sizes:?}");
    let bytes = "4294967296".parse().unwrap();
    println!("{}", double(bytes));
}
