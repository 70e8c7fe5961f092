// An owned slice drops its elements from the first to the last.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let slice: Box<[Loud]> = vec![Loud("first"), Loud("second"), Loud("third")].into_boxed_slice();
    println!("{} elements", slice.len());
}
