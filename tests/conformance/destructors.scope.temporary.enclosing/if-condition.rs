// The temporaries of an `if` condition are gone before either branch begins.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    if Loud("true condition").0.starts_with("true") {
        println!("then");
    } else {
        println!("else");
    }
    if Loud("false condition").0.starts_with("true") {
        println!("then");
    } else if Loud("second condition").0.len() > 3 {
        println!("else if");
    }
}
