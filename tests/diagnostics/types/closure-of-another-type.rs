fn main() {
    let name = |n: i32| -> String { n };
    println!("{}", name(1));
}
