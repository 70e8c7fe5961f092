fn clear(n: i32) {
    n = 0;
    println!("{n}");
}

fn main() {
    clear(1);
}
