// Integers panic on a division by zero; floats do not.
fn divide(a: i32, b: i32) -> i32 {
    println!("{a} / {b}");
    a / b
}

fn main() {
    println!("{}", 1.0 / 0.0);
    println!("{:?}", 7_i32.checked_div(0));
    println!("{}", divide(7, 2));
    println!("{}", divide(7, 0));
}
