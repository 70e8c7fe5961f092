fn main() {
    let name = String::from("a");
    for _ in 0..2 {
        loop {
            drop(name);
            break;
        }
    }
}
