// A value behind `dyn Any` is asked for its type, and dropped all the same.
use std::any::Any;
struct L(i32);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn show(x: &dyn Any) {
    if let Some(n) = x.downcast_ref::<i32>() {
        println!("i32 {n}");
    } else if let Some(s) = x.downcast_ref::<String>() {
        println!("string {s}");
    } else if x.is::<L>() {
        println!("an L");
    } else {
        println!("other");
    }
}
fn main() {
    show(&5i32);
    show(&String::from("s"));
    show(&L(1));
    show(&1.5f64);
    let b: Box<dyn Any> = Box::new(L(2));
    match b.downcast::<L>() {
        Ok(l) => println!("got {}", l.0),
        Err(_) => println!("no"),
    }
    let v: Vec<Box<dyn Any>> = vec![Box::new(1i32), Box::new("str"), Box::new(L(3))];
    for x in &v {
        println!("{} {}", x.is::<i32>(), x.is::<&str>());
    }
}
