// Naming a variable as the value of a block moves it out.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let value = Loud("value");
    {
        value
    };
    println!("gone already");
    let again = Loud("again");
    let kept = { again };
    println!("kept {}", kept.0);
}
