// Associated constants and functions of a trait, and a default method that uses them.
trait Shape {
    const SIDES: u32;
    fn area(&self) -> f64;
    fn name(&self) -> String {
        format!("shape with {} sides", Self::SIDES)
    }
    fn new_unit() -> Self
    where
        Self: Sized;
}
struct Square(f64);
struct Tri {
    b: f64,
    h: f64,
}
impl Shape for Square {
    const SIDES: u32 = 4;
    fn area(&self) -> f64 {
        self.0 * self.0
    }
    fn new_unit() -> Self {
        Square(1.0)
    }
}
impl Shape for Tri {
    const SIDES: u32 = 3;
    fn area(&self) -> f64 {
        self.b * self.h / 2.0
    }
    fn name(&self) -> String {
        "triangle".into()
    }
    fn new_unit() -> Self {
        Tri { b: 1.0, h: 1.0 }
    }
}
fn show<T: Shape>(s: &T) {
    println!("{} {:.2}", s.name(), s.area());
}
fn show_impl(s: &impl Shape) {
    println!("{} {:.1}", s.name(), s.area());
}
trait Animal {
    fn speak(&self) -> String;
    fn twice(&self) -> String {
        format!("{} {}", self.speak(), self.speak())
    }
}
struct Dog;
struct Cat {
    name: String,
}
impl Animal for Dog {
    fn speak(&self) -> String {
        "woof".to_string()
    }
}
impl Animal for Cat {
    fn speak(&self) -> String {
        format!("{} meows", self.name)
    }
    fn twice(&self) -> String {
        "no".into()
    }
}
impl Drop for Dog {
    fn drop(&mut self) {
        println!("dog gone");
    }
}
impl Drop for Cat {
    fn drop(&mut self) {
        println!("cat {} gone", self.name);
    }
}
fn make(kind: &str) -> Box<dyn Animal> {
    match kind {
        "dog" => Box::new(Dog),
        _ => Box::new(Cat { name: kind.to_string() }),
    }
}
fn any() -> impl Animal {
    Cat { name: String::from("any") }
}
fn main() {
    show(&Square(2.0));
    show(&Tri { b: 3.0, h: 1.0 });
    show_impl(&Square::new_unit());
    println!("{} {}", Square::SIDES, <Tri as Shape>::SIDES);
    let zoo: Vec<Box<dyn Animal>> = vec![make("dog"), make("tom"), Box::new(Dog)];
    for a in zoo.iter() {
        println!("{}", a.twice());
    }
    let first: &dyn Animal = &*zoo[0];
    println!("{}", first.speak());
    println!("{}", any().speak());
    let d = Dog;
    println!("{}", Animal::speak(&d));
    println!("{}", <Dog as Animal>::twice(&d));
}
