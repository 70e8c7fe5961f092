// Functions that take functions.
fn apply(times: usize, f: impl Fn(usize) -> i32) -> Vec<i32> {
    (0..times).map(|i| f(i)).collect()
}

fn twice(f: &dyn Fn(i32) -> i32, value: i32) -> i32 {
    f(f(value))
}

fn triple(value: i32) -> i32 {
    value * 3
}

fn main() {
    let offset = 10;
    println!("{:?}", apply(3, |i| i as i32 + offset));
    println!("{} {}", twice(&triple, 2), twice(&|n| n - 1, 2));
    println!("{:?}", [1, 2].iter().map(|n| triple(*n)).collect::<Vec<_>>());
    println!("{:?}", [1, 2].into_iter().map(triple).collect::<Vec<_>>());
}
