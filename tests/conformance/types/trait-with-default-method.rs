// A trait's default method calls the one that each type defines.
trait Named {
    fn name(&self) -> String;

    fn greeting(&self) -> String {
        format!("hello, {}", self.name())
    }
}

struct Person(&'static str);
struct Robot {
    number: u32,
}

impl Named for Person {
    fn name(&self) -> String {
        self.0.to_string()
    }
}

impl Named for Robot {
    fn name(&self) -> String {
        format!("robot {}", self.number)
    }

    fn greeting(&self) -> String {
        String::from("beep")
    }
}

fn greet(named: &impl Named) {
    println!("{} from {}", named.greeting(), named.name());
}

fn main() {
    greet(&Person("Ada"));
    greet(&Robot { number: 7 });
}
