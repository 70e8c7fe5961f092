// Temporaries are dropped in reverse order of creation.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(name: &'static str) -> Loud {
    println!("make {name}");
    Loud(name)
}

fn both(left: &Loud, right: &Loud) {
    println!("{} and {}", left.0, right.0);
}

fn main() {
    both(&make("left"), &make("right"));
    println!("end of main");
}
