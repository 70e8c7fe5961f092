// The same in an arm of a `match`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum Message {
    Forward(Loud, Loud),
    Backward(Loud, Loud),
}

fn handle(message: Message) {
    match message {
        Message::Forward(a, b) | Message::Backward(b, a) => println!("{} {}", a.0, b.0),
    }
}

fn main() {
    handle(Message::Forward(Loud("a"), Loud("b")));
    handle(Message::Backward(Loud("b"), Loud("a")));
}
