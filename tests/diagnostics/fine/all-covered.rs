use std::cmp::Ordering;

enum Shape {
    Circle(i32),
    Rect { w: i32, h: i32 },
    Dot,
}

fn area(shape: &Shape) -> i32 {
    match shape {
        Shape::Circle(r) => r * r,
        Shape::Rect { w, .. } if *w == 0 => 0,
        Shape::Rect { w, h } => w * h,
        Shape::Dot => 0,
    }
}

fn main() {
    let pair = (Some(1), true);
    let n = match pair {
        (Some(n), true) => n,
        (None, _) | (Some(_), false) => 0,
    };
    let order = match n.cmp(&1) {
        Ordering::Less => "less",
        Ordering::Equal => "same",
        Ordering::Greater => "more",
    };
    let small = match 7u8 {
        0..=127 => true,
        128..=255 => false,
    };
    let both = match (small, n) {
        (true, 1) => 1,
        (true, _) => 2,
        (false, n) => n,
    };
    let (Shape::Dot | Shape::Circle(_) | Shape::Rect { .. }) = Shape::Dot;
    println!("{} {order} {both} {}", area(&Shape::Circle(2)), area(&Shape::Rect { w: 1, h: 2 }));
}
