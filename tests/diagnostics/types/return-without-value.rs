fn count() -> i32 {
    return;
}

fn main() {
    println!("{}", count());
}
