fn main() {
    let n: u8 = 256;
    println!("{n}");
}
