enum Shape {
    Box(i32, i32),
}

fn main() {
    let Shape::Box(side) = Shape::Box(1, 2);
    println!("{side}");
}
