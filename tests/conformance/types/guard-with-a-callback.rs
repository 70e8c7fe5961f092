// A guard of one's own: it runs what it was given when it goes.
struct OnDrop<F: FnMut()> {
    action: F,
}

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.action)();
    }
}

fn main() {
    let _first = OnDrop { action: || println!("first") };
    let word = String::from("second");
    let _second = OnDrop { action: move || println!("{word}") };
    println!("end of main");
}
