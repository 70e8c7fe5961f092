struct Reader {
    text: &str,
}

fn longer(a: &str, b: &str) -> &str {
    if a.len() > b.len() { a } else { b }
}

fn name() -> &String {
    let name = String::from("name");
    &name
}

fn main() {
    let reader = Reader { text: "a" };
    println!("{} {}", reader.text, longer("a", name()));
}
