// The product of two of 64 bits does not fit into 128 when it has a sign.
fn main() {
    let mut n = 1;
    for _ in 0..2 {
        n *= 0xffff_ffff_ffff_ffff;
    }
    println!("{n}");
}
