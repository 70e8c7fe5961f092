struct Point {
    x: i32,
}

fn main() {
    let (a, b) = (Point { x: 1 }, Point { x: 2 });
    println!("{}", a == b);
    println!("{}", a.x);
}
