enum Shape {
    Rect { width: f64, height: f64 },
    Empty,
}

fn main() {
    let rect = Shape::Rect(1.0, 2.0);
    let empty = Shape::Empty();
    if let Shape::Rect { width, height } = rect {
        println!("{}", width * height);
    }
    if let Shape::Empty = empty {
        println!("empty");
    }
}
