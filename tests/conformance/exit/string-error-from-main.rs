// Also a text.
fn main() -> Result<(), String> {
    println!("about to fail");
    Err(format!("code {}", 12))
}
