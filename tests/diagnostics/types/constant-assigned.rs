const LIMIT: i32 = 1;

fn main() {
    LIMIT = 2;
    LIMIT += 1;
    println!("{}", LIMIT);
}
