fn both(_a: String, _b: String) {}

fn main() {
    let name = String::from("a");
    both(name, name);
}
