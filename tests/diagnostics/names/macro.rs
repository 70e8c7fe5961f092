fn main() {
    printn!("hello");
}
