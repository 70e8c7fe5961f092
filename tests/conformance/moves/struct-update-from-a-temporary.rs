// With a base that is a temporary, what is not taken is dropped with the statement.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Config {
    name: Loud,
    path: Loud,
}

fn base() -> Config {
    Config { name: Loud("base name"), path: Loud("base path") }
}

fn main() {
    let config = Config { name: Loud("new name"), ..base() };
    println!("{} {}", config.name.0, config.path.0);
}
