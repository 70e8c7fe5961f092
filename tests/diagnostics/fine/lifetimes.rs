struct View<'a> {
    text: &'a str,
}

fn longer<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { a } else { b }
}

fn main() {
    let view = View { text: "abc" };
    println!("{}", longer(view.text, "ab"));
}
