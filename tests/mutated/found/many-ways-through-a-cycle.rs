// There are 2^200 ways from a node over its neighbours, and each was looked at for its depth.
use std::cell::RefCell;
use std::rc::Rc;

struct Node {
    next: RefCell<Option<Rc<Node>>>,
    last: RefCell<Option<Rc<Node>>>,
}

fn node() -> Rc<Node> {
    Rc::new(Node { next: RefCell::new(None), last: RefCell::new(None) })
}

fn main() {
    let (a, b) = (node(), node());
    *a.next.borrow_mut() = Some(Rc::clone(&b));
    *b.last.borrow_mut() = Some(Rc::clone(&a));
    *b.next.borrow_mut() = Some(Rc::clone(&a));
    *a.last.borrow_mut() = Some(Rc::clone(&b));
    let held = Rc::new(Some(Rc::clone(&a)));
    println!("{}", held.is_some());
}
