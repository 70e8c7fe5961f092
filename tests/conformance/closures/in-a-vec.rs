// Boxed closures in a `Vec`: called in order, dropped in order.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut actions: Vec<Box<dyn Fn() -> usize>> = Vec::new();
    for name in ["one", "three", "four"] {
        let loud = Loud(name);
        actions.push(Box::new(move || loud.0.len()));
    }
    for action in &actions {
        println!("{}", action());
    }
    println!("end of main");
}
