// In a `const` or `static` the extension lasts as long as the program.
const NAMES: &[&str] = &["first", "second"];
const EMPTY: &Vec<i32> = &Vec::new();

fn main() {
    println!("{NAMES:?} {EMPTY:?}");
}
