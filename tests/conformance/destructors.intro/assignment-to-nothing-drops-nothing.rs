// Assigning to a variable that holds nothing drops nothing.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let place;
    println!("declared");
    place = Loud("first value");
    println!("assigned {}", place.0);
}
