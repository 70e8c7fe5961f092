fn main() {
    let found: Option<i32> = Some(1);
    println!("{}", found + 1);
    println!("{}", 1 + found);
    if found == 1 {
        println!("one");
    }
}
