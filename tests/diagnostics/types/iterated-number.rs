fn main() {
    for n in 3 {
        println!("{n}");
    }
}
