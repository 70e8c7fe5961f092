enum Shape {
    Square(i32),
}

fn main() {
    let Shape::Square(side) = Shape::Square(1, 2);
    println!("{side}");
}
