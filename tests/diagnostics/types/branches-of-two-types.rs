fn main() {
    let n = 3;
    let size = if n > 2 { "large" } else { 2 };
    let name = match n {
        1 => "one",
        2 => String::from("two"),
        _ => "many",
    };
    println!("{} {}", size, name);
}
