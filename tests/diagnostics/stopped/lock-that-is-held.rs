use std::sync::Mutex;

fn main() {
    let count = Mutex::new(1);
    let guard = count.lock().unwrap();
    println!("{}", *guard);
    println!("{}", count.lock().unwrap());
}
