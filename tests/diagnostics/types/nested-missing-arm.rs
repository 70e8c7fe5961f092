fn main() {
    let pair = (Some(1), true);
    match pair {
        (Some(n), true) => println!("{n}"),
        (None, _) => println!("none"),
    }
}
