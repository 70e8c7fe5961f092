fn main() {
    let a: i32 = 1;
    let b: i64 = 2;
    println!("{}", a + b);
}
