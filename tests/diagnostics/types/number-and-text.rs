fn main() {
    let n = 1 + "two";
    println!("{n}");
}
