struct Loud {
    name: String,
}

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.name);
    }
}

fn main() {
    let loud = Loud { name: String::from("a") };
    let name = loud.name;
    println!("{name}");
}
