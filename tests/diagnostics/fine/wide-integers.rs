fn main() {
    let n: i128 = 1;
    println!("{n}");
}
