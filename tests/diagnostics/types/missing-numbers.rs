fn main() {
    let n = 3;
    match n {
        0 => println!("none"),
        1 => println!("one"),
    }
}
