fn count(n: u64) -> u64 {
    count(n + 1) + 1
}

fn main() {
    count(0);
}
