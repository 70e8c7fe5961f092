// What an arm binds by value is dropped when the arm is over, before the next statement.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn show(value: Option<Loud>) {
    match value {
        Some(inner) => println!("some {}", inner.0),
        None => println!("none"),
    }
    println!("after the match");
}

fn main() {
    show(Some(Loud("inner")));
    show(None);
}
