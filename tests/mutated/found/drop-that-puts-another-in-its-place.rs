// Each value that is dropped leaves another one to be dropped, when no call is active any more.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        *self = Loud("another");
    }
}

fn main() {
    let _value = Loud("value");
}
