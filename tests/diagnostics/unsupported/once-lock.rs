use std::sync::OnceLock;

static NAME: OnceLock<String> = OnceLock::new();

fn main() {
    println!("{}", NAME.get_or_init(|| String::from("name")));
}
