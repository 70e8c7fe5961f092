fn compute(x: i32) -> i32 {
    x
}

fn main() {
    println!("{}", compue(1));
}
