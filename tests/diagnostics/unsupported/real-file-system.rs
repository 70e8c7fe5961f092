use std::fs::File;

fn main() {
    let file = File::open("a.txt");
    println!("{}", file.is_ok());
}
