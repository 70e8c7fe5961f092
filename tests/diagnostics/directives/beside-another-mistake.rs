//@ handles: 0
fn main() {
    println!("{}", nam);
}
