// A variable that gets its value only on one way is dropped only then.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn maybe(give: bool) {
    let value;
    if give {
        value = Loud("value");
        println!("gave {}", value.0);
    }
    println!("end of maybe({give})");
}

fn main() {
    maybe(true);
    maybe(false);
}
