fn main() {
    let name = String::from("a");
    let lent = &name;
    let taken = *lent;
    println!("{taken}");
}
