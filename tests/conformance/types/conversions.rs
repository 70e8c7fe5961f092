// `From`, `Into`, `TryFrom` and `FromStr`, one's own and those of the library.
use std::convert::TryFrom;
use std::fmt;
use std::rc::Rc;
use std::str::FromStr;
#[derive(Debug, PartialEq, Clone, Copy)]
struct Celsius(f64);
#[derive(Debug, PartialEq)]
struct Fahr(f64);
impl From<Celsius> for Fahr {
    fn from(c: Celsius) -> Self {
        Fahr(c.0 * 9.0 / 5.0 + 32.0)
    }
}
#[derive(Debug)]
struct Even(u32);
impl TryFrom<u32> for Even {
    type Error = String;
    fn try_from(v: u32) -> Result<Self, Self::Error> {
        if v % 2 == 0 { Ok(Even(v)) } else { Err(format!("{v} is odd")) }
    }
}
#[derive(Debug, PartialEq)]
struct Rgb(u8, u8, u8);
impl FromStr for Rgb {
    type Err = ParseRgb;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let v: Vec<&str> = s.split(',').collect();
        if let [r, g, b] = v[..] {
            Ok(Rgb(
                r.parse().map_err(|_| ParseRgb::Num)?,
                g.parse().map_err(|_| ParseRgb::Num)?,
                b.trim().parse()?,
            ))
        } else {
            Err(ParseRgb::Count(v.len()))
        }
    }
}
#[derive(Debug, PartialEq)]
enum ParseRgb {
    Count(usize),
    Num,
    Std(String),
}
impl From<std::num::ParseIntError> for ParseRgb {
    fn from(e: std::num::ParseIntError) -> Self {
        ParseRgb::Std(e.to_string())
    }
}
impl fmt::Display for ParseRgb {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Count(n) => write!(f, "{n} parts"),
            Self::Num => write!(f, "bad number"),
            Self::Std(s) => write!(f, "std: {s}"),
        }
    }
}
impl std::error::Error for ParseRgb {}
enum Value {
    I(i64),
    S(String),
    B(bool),
}
impl From<i64> for Value {
    fn from(i: i64) -> Self {
        Value::I(i)
    }
}
impl From<&str> for Value {
    fn from(s: &str) -> Self {
        Value::S(s.to_string())
    }
}
impl From<bool> for Value {
    fn from(b: bool) -> Self {
        Value::B(b)
    }
}
impl From<Value> for String {
    fn from(v: Value) -> String {
        match v {
            Value::I(i) => i.to_string(),
            Value::S(s) => s,
            Value::B(b) => b.to_string(),
        }
    }
}
fn show(v: impl Into<Value>) -> String {
    v.into().into()
}
fn takes_str(s: impl AsRef<str>) -> usize {
    s.as_ref().len()
}
fn opt_string(s: impl Into<String>) -> String {
    s.into()
}
fn run(s: &str) -> Result<Rgb, Box<dyn std::error::Error>> {
    let r: Rgb = s.parse()?;
    if r.0 == 0 {
        return Err("zero red".into());
    }
    if r.1 == 0 {
        return Err(Box::from("zero green"));
    }
    Ok(r)
}
fn main() {
    let f: Fahr = Celsius(100.0).into();
    println!("{f:?} {:?}", Fahr::from(Celsius(0.0)));
    println!("{:?} {:?}", Even::try_from(4), Even::try_from(5));
    let e: Result<Even, _> = 8u32.try_into();
    println!("{e:?}");
    println!(
        "{:?} {:?} {:?} {:?}",
        "1,2,3".parse::<Rgb>(),
        Rgb::from_str("1,2"),
        "a,2,3".parse::<Rgb>(),
        "1,2,x".parse::<Rgb>()
    );
    println!(
        "{} {} {}",
        String::from(Value::from(5)),
        String::from(Value::from("s")),
        String::from(Value::from(true))
    );
    println!("{} {}", takes_str("abc"), takes_str(String::from("abcd")));
    println!("{} {}", opt_string("x"), opt_string(String::from("y")));
    for s in ["1,2,3", "0,1,1", "1,0,1", "1,2", "1,2,999"] {
        match run(s) {
            Ok(r) => println!("{r:?}"),
            Err(e) => println!("error: {e}"),
        }
    }
    let v: Vec<u8> = "hi".into();
    let b: Box<str> = "boxed".into();
    let r: Rc<str> = "rc".into();
    let o: Option<i32> = 5.into();
    println!("{v:?} {b} {r} {o:?}");
    let n: i64 = 5i32.into();
    let x: f64 = 3u8.into();
    println!("{n} {x}");
    let a: [i32; 3] = vec![1, 2, 3].try_into().unwrap();
    println!("{a:?}");
    let c: char = 65u8.into();
    let u: u32 = 'a'.into();
    println!("{c} {u}");
    println!("{:?} {:?}", u8::try_from('a'), char::try_from(0x41u32));
    println!("{:?}", i8::try_from(200u8).unwrap_or(i8::MAX));
    let s: String = vec!["a", "b"].concat();
    let cs: Vec<char> = s.chars().collect();
    let back: String = cs.iter().collect();
    println!("{back} {}", String::from_iter(cs));
    println!("{}", show(7) + &show("z") + &show(false));
    println!("{:?}", <Rgb as FromStr>::from_str("9,9,9"));
    println!("{:?}", usize::try_from(-1i32).is_err());
    let t = u64::from(3u32) + u64::from(true);
    println!("{t}");
}
