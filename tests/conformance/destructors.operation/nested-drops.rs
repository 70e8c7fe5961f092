// Destructors nest: outer `drop`, then each field with its own `drop` and fields.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Inner(Loud);

impl Drop for Inner {
    fn drop(&mut self) {
        println!("drop inner of {}", self.0.0);
    }
}

struct Outer {
    first: Inner,
    second: Inner,
}

impl Drop for Outer {
    fn drop(&mut self) {
        println!("drop outer");
    }
}

fn main() {
    let _outer = Outer { first: Inner(Loud("a")), second: Inner(Loud("b")) };
}
