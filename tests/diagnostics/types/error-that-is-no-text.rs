fn number(text: &str) -> Result<i32, String> {
    let number: i32 = text.parse()?;
    Ok(number)
}

fn main() {
    println!("{:?}", number("1"));
}
