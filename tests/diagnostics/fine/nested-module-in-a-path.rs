fn main() {
    let n = std::sync::atomic::AtomicUsize::new(0);
    println!("{:?}", n);
}
