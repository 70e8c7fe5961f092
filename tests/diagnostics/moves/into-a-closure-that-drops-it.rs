fn main() {
    let name = String::from("a");
    let end = || drop(name);
    end();
    println!("{name}");
}
