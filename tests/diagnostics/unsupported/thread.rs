use std::thread;

fn main() {
    let handle = thread::spawn(|| println!("hello"));
    handle.join().unwrap();
}
