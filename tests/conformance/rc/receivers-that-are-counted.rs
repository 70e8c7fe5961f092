// A method can take the counted pointer itself: `self: Rc<Self>`, `self: &Rc<Self>`.
use std::rc::Rc;
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
impl D {
    fn a(self: &Rc<Self>) -> Rc<Self> {
        Rc::clone(self)
    }
    fn b(self: Rc<Self>) -> usize {
        Rc::strong_count(&self)
    }
    fn c(self: Box<Self>) -> usize {
        self.0.len()
    }
    fn d(self: &mut Self) {
        self.0 = "changed";
    }
}
fn main() {
    let r = Rc::new(D("r"));
    let s = r.a();
    println!("{}", r.b());
    println!("{}", s.b());
    let b = Box::new(D("b"));
    println!("{}", b.c());
    let mut d = D("d");
    d.d();
    println!("{}", d.0);
}
