use std::sync::mpsc;

fn main() {
    let (sender, receiver) = mpsc::channel();
    sender.send(1).unwrap();
    println!("{:?}", receiver.recv());
}
