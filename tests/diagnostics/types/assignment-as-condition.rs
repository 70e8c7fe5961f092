fn main() {
    let mut n = 1;
    if n = 2 {
        println!("yes");
    }
    n += 1;
    println!("{n}");
}
