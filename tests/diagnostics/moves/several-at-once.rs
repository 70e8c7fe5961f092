fn main() {
    let a = String::from("a");
    let b = String::from("b");
    drop(a);
    drop(b);
    println!("{b}");
    println!("{a}");
}
