struct Point {
    x: i32,
    x: i32,
}

fn main() {
    println!("end");
}
