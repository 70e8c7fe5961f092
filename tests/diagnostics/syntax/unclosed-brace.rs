fn main() {
    if 1 < 2 {
        println!("yes");

fn other() {}
