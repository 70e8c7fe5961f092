use std::mem::ManuallyDrop;

fn main() {
    let kept = ManuallyDrop::new(String::from("never dropped"));
    drop(kept);
}
