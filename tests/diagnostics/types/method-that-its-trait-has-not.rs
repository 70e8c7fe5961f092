trait Speak {
    fn speak(&self) -> String;
}

struct Dog;

impl Speak for Dog {
    fn speak(&self) -> String {
        String::from("woof")
    }

    fn bark(&self) {}
}

fn main() {
    println!("{}", Dog.speak());
}
