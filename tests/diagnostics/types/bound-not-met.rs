trait Shape {}
struct Square;

fn draw<T: Shape>(_: T) {
    println!("drawn");
}

fn main() {
    draw(Square);
}
