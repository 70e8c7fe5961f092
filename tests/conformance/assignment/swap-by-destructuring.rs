// Two variables exchange their values without a third.
fn main() {
    let (mut a, mut b) = (1, 2);
    (a, b) = (b, a + b);
    println!("{a} {b}");
    let mut left = String::from("left");
    let mut right = String::from("right");
    (left, right) = (right, left);
    println!("{left} {right}");
}
