fn give(name: String) {
    drop(name);
    println!("{name}");
}

fn main() {
    give(String::from("a"));
    println!("{}", nam);
}
