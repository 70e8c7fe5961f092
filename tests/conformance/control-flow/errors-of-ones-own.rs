// Errors of one's own: `From` by `?`, `Box<dyn Error>`, and their causes.
use std::fmt;
use std::num::ParseIntError;
#[derive(Debug)]
enum AppError {
    Parse(ParseIntError),
    Negative(i64),
    Io(String),
}
impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppError::Parse(e) => write!(f, "parse error: {}", e),
            AppError::Negative(n) => write!(f, "negative: {n}"),
            Self::Io(text) => f.write_str(text),
        }
    }
}
impl std::error::Error for AppError {}
impl From<ParseIntError> for AppError {
    fn from(e: ParseIntError) -> Self {
        AppError::Parse(e)
    }
}
fn read(text: &str) -> Result<i64, AppError> {
    let n: i64 = text.trim().parse()?;
    if n < 0 {
        return Err(AppError::Negative(n));
    }
    if n == 7 {
        Err(AppError::Io("seven".to_string()))?
    }
    Ok(n)
}
fn dynamic(text: &str) -> Result<i32, Box<dyn std::error::Error>> {
    if text.is_empty() {
        return Err("empty".into());
    }
    if text == "app" {
        return Err(Box::new(AppError::Negative(-1)));
    }
    let n = text.parse::<i32>()?;
    let f: f64 = "1.5".parse()?;
    Ok(n + f as i32)
}
fn main() -> Result<(), Box<dyn std::error::Error>> {
    for t in ["5", "-3", "x", "7", ""] {
        match read(t) {
            Ok(n) => println!("ok {n}"),
            Err(e) => println!("{e} / {e:?}"),
        }
    }
    for t in ["5", "", "app", "zz"] {
        match dynamic(t) {
            Ok(n) => println!("ok {n}"),
            Err(e) => println!("{e} / {e:?} / {}", e.to_string()),
        }
    }
    println!("{:?} {:?} {:?}", "".parse::<u8>(), "300".parse::<u8>(), "-1".parse::<u8>());
    println!("{:?} {:?} {:?}", "x".parse::<f64>(), "maybe".parse::<bool>(), "ab".parse::<char>());
    println!("{:?} {:?}", u8::try_from(300), i8::try_from(-5_i64));
    if let Err(e) = "300".parse::<u8>() {
        println!("{e}");
    }
    let r: Result<u8, _> = 256_i32.try_into();
    println!("{:?}", r.map_err(|e: std::num::TryFromIntError| e.to_string()));
    dynamic("nope")?;
    println!("unreachable");
    Ok(())
}
