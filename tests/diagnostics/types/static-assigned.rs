static COUNT: i32 = 1;

fn main() {
    COUNT = 3;
    println!("{}", COUNT);
}
