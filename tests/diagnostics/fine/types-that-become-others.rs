use std::fmt;
use std::ops::Deref;

struct Name(String);

impl Deref for Name {
    type Target = String;

    fn deref(&self) -> &String {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

type Id = u32;

struct Error(Id);

fn text(text: &str) -> usize {
    text.len()
}

fn first(names: &[String]) -> Option<&String> {
    names.first()
}

fn fail(id: Id) -> Result<(), Error> {
    Err(Error(id))
}

fn show(value: &dyn fmt::Display) -> String {
    value.to_string()
}

fn main() {
    let name = Name(String::from("abc"));
    println!("{} {} {}", text(&name), name.len(), text(&String::from("ab")));
    let names = vec![String::from("x")];
    println!("{:?} {}", first(&names), show(&name));
    let wide: u64 = 3;
    let part: f64 = 0.5;
    let boxed: Box<dyn Fn(u64) -> u64> = Box::new(|n| n + 1);
    println!("{} {}", boxed(wide), part + 1.0);
    if let Err(Error(id)) = fail(7) {
        println!("{id}");
    }
    let never: i32 = if wide > 3 { return } else { 1 };
    println!("{never}");
}
