// A trait object runs the destructor of the type behind it.
trait Speak {
    fn speak(&self) -> String;
}

struct Cat;
struct Dog {
    name: &'static str,
}

impl Speak for Cat {
    fn speak(&self) -> String {
        String::from("meow")
    }
}

impl Speak for Dog {
    fn speak(&self) -> String {
        format!("{} barks", self.name)
    }
}

impl Drop for Cat {
    fn drop(&mut self) {
        println!("drop the cat");
    }
}

impl Drop for Dog {
    fn drop(&mut self) {
        println!("drop {}", self.name);
    }
}

fn main() {
    let animals: Vec<Box<dyn Speak>> = vec![Box::new(Dog { name: "Rex" }), Box::new(Cat)];
    for animal in &animals {
        println!("{}", animal.speak());
    }
}
