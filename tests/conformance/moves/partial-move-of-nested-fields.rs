// Fields of fields can be moved out; what is left is dropped in order.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Inner {
    a: Loud,
    b: Loud,
}

struct Outer {
    inner: Inner,
    c: Loud,
}

fn main() {
    let outer = Outer { inner: Inner { a: Loud("a"), b: Loud("b") }, c: Loud("c") };
    let b = outer.inner.b;
    println!("moved {}", b.0);
    drop(outer.inner.a);
    println!("c is {}", outer.c.0);
}
