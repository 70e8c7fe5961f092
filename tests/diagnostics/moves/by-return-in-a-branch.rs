fn pick(name: String, early: bool) -> String {
    let kept = name;
    if early {
        return name;
    }
    kept
}

fn main() {
    println!("{}", pick(String::from("a"), true));
}
