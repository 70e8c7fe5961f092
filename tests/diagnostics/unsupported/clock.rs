use std::time::Instant;

fn main() {
    let start = Instant::now();
    println!("{:?}", start.elapsed());
}
