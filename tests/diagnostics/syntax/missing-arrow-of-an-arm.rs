fn main() {
    match 1 {
        1 println!("one"),
        _ => {}
    }
}
