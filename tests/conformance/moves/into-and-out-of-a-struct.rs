// A value moves into a struct and out of it again.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Holder {
    loud: Loud,
}

fn main() {
    let loud = Loud("travels");
    let holder = Holder { loud };
    let Holder { loud: back } = holder;
    println!("back: {}", back.0);
}
