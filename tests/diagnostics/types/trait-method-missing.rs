trait Speak {
    fn speak(&self) -> String;
    fn name(&self) -> String;
}

struct Dog;

impl Speak for Dog {
    fn speak(&self) -> String {
        String::from("woof")
    }
}

fn main() {
    println!("{}", Dog.speak());
}
