// A tree whose children know their parents weakly.
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
#[derive(Debug)]
struct Node {
    val: i32,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}
impl Drop for Node {
    fn drop(&mut self) {
        println!("drop node {}", self.val);
    }
}
struct Counter {
    hits: Cell<u32>,
    log: RefCell<Vec<String>>,
}
trait Observer {
    fn notify(&self, e: &str);
}
impl Observer for Counter {
    fn notify(&self, e: &str) {
        self.hits.set(self.hits.get() + 1);
        self.log.borrow_mut().push(e.to_owned());
    }
}
struct Subject {
    obs: Vec<Weak<dyn Observer>>,
}
#[derive(Debug)]
enum List {
    Cons(i32, Rc<List>),
    Nil,
}
use List::{Cons, Nil};
fn main() {
    let leaf =
        Rc::new(Node { val: 3, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![]) });
    println!("{:?}", leaf.parent.borrow().upgrade().map(|p| p.val));
    {
        let branch = Rc::new(Node {
            val: 5,
            parent: RefCell::new(Weak::new()),
            children: RefCell::new(vec![Rc::clone(&leaf)]),
        });
        *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
        println!(
            "{} {} {}",
            leaf.parent.borrow().upgrade().unwrap().val,
            Rc::strong_count(&leaf),
            Rc::weak_count(&branch)
        );
        for c in branch.children.borrow().iter() {
            println!("child {}", c.val);
        }
    }
    println!("{:?} {}", leaf.parent.borrow().upgrade().is_none(), Rc::strong_count(&leaf));
    let c = Rc::new(Counter { hits: Cell::new(0), log: RefCell::new(vec![]) });
    let s = Subject { obs: vec![Rc::downgrade(&c) as Weak<dyn Observer>] };
    for o in &s.obs {
        if let Some(o) = o.upgrade() {
            o.notify("first");
        }
    }
    println!("{} {:?}", c.hits.get(), c.log.borrow());
    drop(c);
    println!("{}", s.obs[0].upgrade().is_none());
    let a = Rc::new(Cons(5, Rc::new(Cons(10, Rc::new(Nil)))));
    let b = Cons(3, Rc::clone(&a));
    println!("{:?} {}", b, Rc::strong_count(&a));
    let shared = Rc::new(RefCell::new(5));
    let o = shared.clone();
    *o.borrow_mut() += 10;
    println!("{} {:?}", shared.borrow(), shared);
    println!("{:?}", shared.try_borrow_mut().is_ok());
    let r1 = shared.borrow();
    println!("{:?} {}", shared.try_borrow_mut().is_err(), *r1);
    drop(r1);
    let cell = Cell::new(5);
    cell.set(cell.get() * 2);
    println!("{:?} {} {}", cell, cell.replace(1), cell.take());
    let v = Rc::try_unwrap(shared).map_err(|_| "still shared");
    println!("{v:?}");
    drop(o);
    let mut m = Rc::new(String::from("x"));
    Rc::make_mut(&mut m).push('y');
    println!("{m} {:?}", Rc::get_mut(&mut m).is_some());
    let n = Rc::clone(&m);
    Rc::make_mut(&mut m).push('z');
    println!("{m} {n} {}", Rc::ptr_eq(&m, &n));
    let rs: Rc<str> = Rc::from("abc");
    println!("{rs} {}", rs.len());
    let w = Rc::downgrade(&n);
    drop(n);
    println!("{:?}", w.upgrade());
}
