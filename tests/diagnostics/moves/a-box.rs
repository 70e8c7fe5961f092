fn main() {
    let boxed = Box::new(1);
    drop(boxed);
    println!("{boxed}");
}
