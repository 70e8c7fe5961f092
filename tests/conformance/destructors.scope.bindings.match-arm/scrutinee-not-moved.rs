// An arm that binds nothing leaves the value where it was.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let value = Some(Loud("value"));
    match value {
        Some(_) => println!("there is something"),
        None => println!("there is nothing"),
    }
    println!("still mine: {}", value.is_some());
    match value {
        Some(inner) => println!("moved {}", inner.0),
        None => println!("not reached"),
    }
    println!("end of main");
}
