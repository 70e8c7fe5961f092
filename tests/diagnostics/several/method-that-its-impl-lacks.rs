trait Shape {
    fn area(&self) -> f64;
}

struct Square(f64);

impl Shape for Square {}

fn main() {
    println!("{}", Square(1.0).area());
}
