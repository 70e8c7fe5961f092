fn twice(name: String) {
    drop(name);
    drop(name);
}

fn main() {
    twice(String::from("a"));
}
