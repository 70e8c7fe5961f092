fn main() {
    if 1 < 2 and 2 < 3 {
        println!("yes");
    }
}
