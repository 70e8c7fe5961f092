struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        *self = Loud("another");
    }
}

fn main() {
    let _loud = Loud("first");
}
