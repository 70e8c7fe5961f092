// The product of two of 32 bits does not fit into 64 when it has a sign.
fn main() {
    println!("{}", u32::MAX * u32::MAX);
}
