fn main() {
    let names = vec![String::from("a")];
    let count = move || names.len();
    println!("{}", count());
    println!("{}", names.len());
}
