struct Counter {
    n: i32,
}

fn main() {
    let counter = Counter { n: 0 };
    counter.n = 1;
    println!("{}", counter.n);
}
