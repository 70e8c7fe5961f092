use std::collections::HashSet;

fn main() {
    let mut seen = HashSet::new();
    seen.insert(1);
    println!("{}", seen.len());
}
