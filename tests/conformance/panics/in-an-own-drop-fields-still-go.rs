// If a type's own `drop` panics, its fields are dropped all the same.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Whole {
    part: Loud,
}

impl Drop for Whole {
    fn drop(&mut self) {
        println!("about to panic with {}", self.part.0);
        panic!("in drop");
    }
}

fn main() {
    let _before = Loud("before");
    let _whole = Whole { part: Loud("part") };
}
