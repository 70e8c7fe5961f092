use leakproof::prelude::*;

fn first() -> Option<String> {
    let text = fs::read_to_string("a")?;
    Some(text)
}

fn main() {
    println!("{:?}", first());
}
