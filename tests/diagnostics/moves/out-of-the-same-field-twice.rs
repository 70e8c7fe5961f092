struct Pair {
    left: String,
    right: String,
}

fn main() {
    let pair = Pair { left: String::from("a"), right: String::from("b") };
    drop(pair.left);
    drop(pair.right);
    drop(pair.left);
}
