// A type's own `drop` runs first, then its fields are dropped.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Whole {
    name: &'static str,
    part: Loud,
}

impl Drop for Whole {
    fn drop(&mut self) {
        println!("drop {} which still has {}", self.name, self.part.0);
    }
}

fn main() {
    let _whole = Whole { name: "whole", part: Loud("part") };
    println!("end of main");
}
