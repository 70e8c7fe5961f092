use std::rc::Rc;

fn main() {
    let shared = Rc::new(1);
    let other = shared;
    println!("{shared} {other}");
}
