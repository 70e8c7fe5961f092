// The status is the number's lowest eight bits.
fn main() {
    println!("exit with 300");
    std::process::exit(300);
}
