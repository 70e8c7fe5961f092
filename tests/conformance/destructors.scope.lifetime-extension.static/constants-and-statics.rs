// In a `const` or `static` the extension lasts as long as the program.
const NAMES: &[&str] = &["first", "second"];
const EMPTY: &Vec<i32> = &Vec::new();
static LIMIT: &i32 = &16;

fn main() {
    println!("{NAMES:?} {EMPTY:?} {LIMIT}");
}
