// Default values, by hand and derived.
#[derive(Debug, Default, Clone, PartialEq)]
struct Settings {
    name: String,
    size: usize,
    ratio: f64,
    tags: Vec<String>,
    parent: Option<i32>,
}

fn main() {
    let settings = Settings { size: 5, ..Default::default() };
    println!("{settings:?}");
    println!("{}", Settings::default() == Settings { size: 0, ..settings.clone() });
}
