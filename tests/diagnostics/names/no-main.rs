fn start() {
    println!("hello");
}
