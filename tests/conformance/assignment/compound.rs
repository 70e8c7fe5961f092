// A compound assignment works in place.
fn main() {
    let mut values = [1, 2, 3];
    values[1] += 40;
    values[2] *= values[0] + 1;
    let mut text = String::from("a");
    text += "b";
    let mut bits = 0b1010_u8;
    bits |= 1;
    bits <<= 2;
    bits ^= 0xff;
    println!("{values:?} {text} {bits}");
}
