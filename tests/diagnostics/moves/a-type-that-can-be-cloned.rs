#[derive(Clone)]
struct Config {
    name: String,
}

fn main() {
    let config = Config { name: String::from("a") };
    drop(config);
    println!("{}", config.name);
}
