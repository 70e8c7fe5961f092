// If the right side of an assignment leaves, the old value stays until its scope ends.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn replace(stop: bool) -> &'static str {
    let mut place = Loud("old");
    place = if stop {
        println!("leave");
        return "left";
    } else {
        Loud("new")
    };
    println!("now {}", place.0);
    "assigned"
}

fn main() {
    println!("{}", replace(true));
    println!("{}", replace(false));
}
