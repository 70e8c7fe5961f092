// The temporaries of a `while let` live through the body of each turn.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Queue(Vec<i32>);

impl Queue {
    fn next(&mut self, _reason: &Loud) -> Option<i32> {
        self.0.pop()
    }
}

fn main() {
    let mut queue = Queue(vec![1, 2]);
    while let Some(item) = queue.next(&Loud("reason")) {
        println!("item {item}");
    }
    println!("after the loop");
}
