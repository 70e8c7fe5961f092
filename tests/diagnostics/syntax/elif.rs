fn main() {
    let n = 1;
    if n > 1 {
        println!("many");
    } elif n == 1 {
        println!("one");
    }
}
