fn main() {
    for n of 0..3 {
        println!("{n}");
    }
}
