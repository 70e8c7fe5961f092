struct Pool {
    size: usize,
}

impl Pool {
    fn free(&self) -> usize {
        self.size
    }
}

fn main() {
    let pool = Pool { size: 2 };
    println!("{}", pool.free);
}
