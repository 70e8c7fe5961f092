fn main() {
    let name = String::from("a");
    for _ in 0..3 {
        drop(name);
    }
}
