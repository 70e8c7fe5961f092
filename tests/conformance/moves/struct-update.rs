// `..base` moves the fields that are not named; the rest of the base is dropped with it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Config {
    name: Loud,
    path: Loud,
    mode: Loud,
}

fn main() {
    let base = Config { name: Loud("base name"), path: Loud("base path"), mode: Loud("base mode") };
    let config = Config { name: Loud("new name"), ..base };
    println!("{} {} {}", config.name.0, config.path.0, config.mode.0);
    println!("{} is still there", base.name.0);
}
