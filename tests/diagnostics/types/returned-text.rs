fn name() -> String {
    "a"
}

fn main() {
    println!("{}", name());
}
