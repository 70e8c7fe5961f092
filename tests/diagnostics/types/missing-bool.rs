fn main() {
    let yes = 1 < 2;
    match yes {
        true => println!("yes"),
    }
}
