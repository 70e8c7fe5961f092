fn first(names: &[String]) -> usize {
    match names.len() {
        0 => 0,
        _ => {
            println!("some");
        }
    }
}

fn main() {
    println!("{}", first(&[]));
}
