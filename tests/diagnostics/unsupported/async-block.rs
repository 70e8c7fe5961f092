fn main() {
    let future = async { 1 };
    drop(future);
}
