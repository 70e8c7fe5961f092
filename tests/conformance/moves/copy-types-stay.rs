// A `Copy` value is copied: using it again is fine.
#[derive(Clone, Copy, Debug)]
struct Point {
    x: i32,
    y: i32,
}

fn shifted(mut point: Point) -> Point {
    point.x += 10;
    point
}

fn main() {
    let point = Point { x: 1, y: 2 };
    let moved = shifted(point);
    println!("{point:?} {moved:?} {}", point.x + point.y);
}
