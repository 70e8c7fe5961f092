// What an arm binds is dropped before what stays behind in the scrutinee.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    match (Loud("taken"), Loud("left behind")) {
        (taken, _) => println!("arm with {}", taken.0),
    }
    println!("after the match");
}
