// `while`, `while let` with a stack, `loop`, and `for` over ranges in both directions.
fn main() {
    let mut n = 27_u64;
    let mut steps = 0;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        steps += 1;
    }
    println!("{steps}");
    let mut stack = vec![1, 2, 3];
    while let Some(top) = stack.pop() {
        if top == 2 {
            stack.push(10);
            stack.push(20);
        }
        print!("{top} ");
    }
    println!();
    for i in (0..=6).rev().step_by(2) {
        print!("{i} ");
    }
    println!();
}
