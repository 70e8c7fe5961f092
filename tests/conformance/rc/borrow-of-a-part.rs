// `Ref::map` and `RefMut::map` lead to a part, and keep the whole borrowed.
use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct Store {
    items: RefCell<Vec<String>>,
}
impl Store {
    fn first(&self) -> Option<Ref<'_, String>> {
        let r = self.items.borrow();
        if r.is_empty() { None } else { Some(Ref::map(r, |v| &v[0])) }
    }
    fn edit(&self) -> RefMut<'_, Vec<String>> {
        self.items.borrow_mut()
    }
    fn len(&self) -> usize {
        self.items.borrow().len()
    }
}
fn main() {
    let s = Store { items: RefCell::new(vec![]) };
    println!("{}", s.first().is_none());
    s.edit().push("a".to_string());
    if let Some(f) = s.first() {
        println!("{f} {}", s.len());
        println!("{}", s.items.try_borrow_mut().is_err());
    }
    {
        let mut e = s.edit();
        e.push("b".into());
        let n = e.len();
        println!("{n}");
        println!("{:?}", s.items.try_borrow());
    }
    match s.edit().pop() {
        Some(x) => println!("{x} {}", s.items.try_borrow().is_err()),
        None => {}
    }
    let n = s.edit().len() + 1;
    println!("{n}");
    let cell = Rc::new(RefCell::new(D("one")));
    let old = cell.replace(D("two"));
    println!("old {}", old.0);
    *cell.borrow_mut() = D("three");
    println!("assigned");
    let (a, b) = (RefCell::new(1), RefCell::new(2));
    a.swap(&b);
    println!("{a:?} {b:?}");
    let v = cell.borrow();
    let w = Ref::clone(&v);
    drop(v);
    println!("{} {}", w.0, cell.try_borrow_mut().is_err());
    drop(w);
    let r = cell.try_borrow_mut();
    println!("{}", r.is_ok());
    drop(r);
    let _b1 = cell.borrow_mut();
    let _b2 = cell.borrow_mut();
}
