fn main() {
    let yes = True;
    println!("{yes}");
}
