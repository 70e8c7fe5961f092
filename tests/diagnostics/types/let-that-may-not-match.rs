fn main() {
    let name = Some(1);
    let Some(n) = name;
    println!("{n}");
}
