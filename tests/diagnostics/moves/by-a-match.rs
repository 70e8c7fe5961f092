fn main() {
    let result: Result<String, String> = Ok(String::from("a"));
    match result {
        Ok(text) => println!("{text}"),
        Err(error) => println!("{error}"),
    }
    println!("{}", result.is_ok());
}
