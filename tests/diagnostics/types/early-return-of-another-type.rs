fn sign(n: i32) -> i32 {
    if n > 0 {
        return "positive";
    }
    0
}

fn main() {
    println!("{}", sign(1));
}
