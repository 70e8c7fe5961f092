// What is wrapped in `ManuallyDrop` is dropped only by hand.
use std::mem::ManuallyDrop;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _never = ManuallyDrop::new(Loud("never dropped"));
    let mut by_hand = ManuallyDrop::new(Loud("dropped by hand"));
    println!("{}", by_hand.0);
    unsafe { ManuallyDrop::drop(&mut by_hand) };
    println!("end of main");
}
