struct Counter {
    n: i32,
}

impl Counter {
    fn add(&mut self, by: i32) {
        self.n += by;
    }
}

fn main() {
    let mut counter = Counter { n: 0 };
    counter.add();
    println!("{}", counter.n);
}
