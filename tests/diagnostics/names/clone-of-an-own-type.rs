struct Token(u32);

fn main() {
    let token = Token(1);
    let other = token.clone();
    println!("{} {}", token.0, other.0);
}
