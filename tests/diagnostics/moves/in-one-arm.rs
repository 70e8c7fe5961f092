fn main() {
    let name = String::from("a");
    match name.len() {
        0 => println!("empty"),
        1 => drop(name),
        _ => {}
    }
    println!("{name}");
}
