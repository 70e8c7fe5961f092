fn made<T: Default>() -> T {
    T::default()
}

fn main() {
    let n: i32 = made();
    println!("{n}");
}
