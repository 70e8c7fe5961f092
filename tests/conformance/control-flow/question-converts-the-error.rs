// `?` converts the error by `From`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Debug)]
enum Problem {
    Text(String),
    Number(i32),
}

impl From<String> for Problem {
    fn from(text: String) -> Self {
        Problem::Text(text)
    }
}

impl From<i32> for Problem {
    fn from(number: i32) -> Self {
        Problem::Number(number)
    }
}

fn text(fail: bool) -> Result<(), String> {
    if fail { Err(String::from("no text")) } else { Ok(()) }
}

fn number(fail: bool) -> Result<i32, i32> {
    if fail { Err(7) } else { Ok(1) }
}

fn run(which: i32) -> Result<i32, Problem> {
    let _local = Loud("local");
    text(which == 1)?;
    let value = number(which == 2)?;
    Ok(value)
}

fn main() {
    for which in 0..3 {
        println!("{:?}", run(which));
    }
}
