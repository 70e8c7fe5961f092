struct Counter {
    n: i32,
}

impl Counter {
    fn add(&self) {
        self.n += 1;
    }
}

fn main() {
    let counter = Counter { n: 0 };
    counter.add();
}
