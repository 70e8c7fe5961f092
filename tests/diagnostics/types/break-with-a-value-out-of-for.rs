fn main() {
    let found = for n in 0..3 {
        if n == 1 {
            break n;
        }
    };
    println!("{found:?}");
}
