struct Noisy(i32);

fn first(list: &[Noisy; 2]) -> i32 {
    let one = list[0];
    one.0
}

fn main() {
    println!("{}", first(&[Noisy(1), Noisy(2)]));
}
