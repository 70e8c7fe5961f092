// A destructor can be run by hand, at a moment one chooses, and then must not run again.
use std::mem::ManuallyDrop;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Smart {
    first: ManuallyDrop<Loud>,
    second: Loud,
}

impl Drop for Smart {
    fn drop(&mut self) {
        println!("drop the smart one, first by hand");
        unsafe { ManuallyDrop::drop(&mut self.first) };
        println!("done by hand");
    }
}

fn main() {
    let smart = Smart { second: Loud("second"), first: ManuallyDrop::new(Loud("first")) };
    println!("{} and {}", smart.first.0, smart.second.0);
}
