use std::rc::Rc;

struct Node {
    name: String,
}

fn main() {
    let node = Rc::new(Node { name: String::from("a") });
    let name = node.name;
    println!("{name}");
}
