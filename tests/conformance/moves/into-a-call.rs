// A value moved into a call is dropped by the function that took it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn take(value: Loud) {
    println!("took {}", value.0);
}

fn main() {
    let value = Loud("value");
    take(value);
    println!("end of main");
}
