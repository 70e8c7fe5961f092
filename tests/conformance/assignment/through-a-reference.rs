// Assigning through `*` drops what was behind the reference.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn renew(place: &mut Loud) {
    *place = Loud("renewed");
    println!("assigned");
}

fn main() {
    let mut value = Loud("original");
    renew(&mut value);
    println!("{}", value.0);
    let mut boxed = Box::new(Loud("in a box"));
    *boxed = Loud("other in the box");
    println!("{}", boxed.0);
}
