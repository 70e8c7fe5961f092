struct Counter {
    n: i32,
}

impl Counter {
    fn new() -> Counter {
        Counter { n: 0 }
    }
}

fn main() {
    let counter = Counter::create();
    println!("{}", counter.n);
    println!("{}", Counter::new().n);
}
