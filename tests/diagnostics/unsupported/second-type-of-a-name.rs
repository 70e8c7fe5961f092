fn first() {
    struct Reader(i32);
    println!("{}", Reader(1).0);
}

fn second() {
    struct Reader(i32);
    println!("{}", Reader(2).0);
}

fn main() {
    first();
    second();
}
