use std::fmt;

struct Reader {
    open: bool,
}

impl fmt::Display for Reader {}

fn main() {
    let reader = Reader { open: true };
    println!("{reader} {}", reader.open);
}
