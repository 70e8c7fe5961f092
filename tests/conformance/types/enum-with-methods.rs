// An enum with each form of variant, and methods on it.
#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Point,
    Circle(f64),
    Rectangle { width: f64, height: f64 },
}

impl Shape {
    fn square(side: f64) -> Self {
        Self::Rectangle { width: side, height: side }
    }

    fn area(&self) -> f64 {
        match self {
            Shape::Point => 0.0,
            Shape::Circle(radius) => 3.0 * radius * radius,
            Shape::Rectangle { width, height } => width * height,
        }
    }
}

fn main() {
    let shapes = [Shape::Point, Shape::Circle(2.0), Shape::square(1.5)];
    for shape in &shapes {
        println!("{shape:?} has {}", shape.area());
    }
    println!("{}", shapes[2] == Shape::Rectangle { width: 1.5, height: 1.5 });
}
