struct Counter {
    n: i32,
}

impl Counter {
    fn increment(&mut self) {
        self.n += 1;
    }

    fn value(&self) -> i32 {
        self.n
    }
}

fn main() {
    let mut counter = Counter { n: 0 };
    counter.incremnt();
    println!("{}", counter.value());
}
