fn main() {
    let n = dbg!(1 + 1);
    println!("{n}");
}
