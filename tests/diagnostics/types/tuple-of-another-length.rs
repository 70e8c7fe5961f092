fn main() {
    let (a, b) = (1, 2, 3);
    let (c, d) = 5;
    println!("{} {} {} {}", a, b, c, d);
}
