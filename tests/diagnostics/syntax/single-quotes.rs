fn main() {
    println!("{}", 'hello');
}
