fn main() {
    let text = String::from("abc");
    let list = vec![1, 2, 3];
    let at: i32 = 1;
    println!("{} {}", text[0], list[at]);
}
