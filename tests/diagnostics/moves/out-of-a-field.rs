struct Pair {
    left: String,
    right: String,
}

fn show(pair: &Pair) {
    println!("{} {}", pair.left, pair.right);
}

fn main() {
    let pair = Pair { left: String::from("a"), right: String::from("b") };
    let left = pair.left;
    println!("{left}");
    show(&pair);
}
