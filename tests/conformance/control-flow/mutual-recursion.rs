// Functions may call each other, whatever the order in which they stand.
fn main() {
    println!("{} {}", even(10), odd(7));
}

fn even(n: u32) -> bool {
    if n == 0 { true } else { odd(n - 1) }
}

fn odd(n: u32) -> bool {
    n != 0 && even(n - 1)
}
