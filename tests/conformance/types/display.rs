// A type says how it is shown.
use std::fmt;

struct Celsius(f64);

impl fmt::Display for Celsius {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} °C", self.0)
    }
}

fn main() {
    let value = Celsius(21.456);
    println!("{value}");
    println!("[{}]", value.to_string());
}
