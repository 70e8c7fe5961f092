struct Square;

fn draw<T: Square>(_: T) {
    println!("drawn");
}

fn main() {
    draw(1);
}
