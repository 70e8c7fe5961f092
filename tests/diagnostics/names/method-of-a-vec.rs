fn main() {
    let mut names = vec![1, 2];
    names.add(3);
    println!("{}", names.len());
}
