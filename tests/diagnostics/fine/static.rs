static GREETING: &str = "hello";

fn main() {
    println!("{GREETING}");
}
