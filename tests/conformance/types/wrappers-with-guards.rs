// A lock of one's own: a guard that unlocks in `drop` and leads to what is locked.
use std::cell::{Cell, Ref, RefCell, RefMut};
use std::fmt::{self, Display};
use std::ops::{Deref, DerefMut, Drop, Index, IndexMut};
use std::rc::Rc;
struct Locked<T> {
    v: RefCell<T>,
    count: Cell<u32>,
}
struct Guard<'a, T> {
    owner: &'a Locked<T>,
    r: RefMut<'a, T>,
}
impl<T> Locked<T> {
    fn new(v: T) -> Self {
        Locked { v: RefCell::new(v), count: Cell::new(0) }
    }
    fn lock(&self) -> Guard<'_, T> {
        self.count.set(self.count.get() + 1);
        println!("lock");
        Guard { owner: self, r: self.v.borrow_mut() }
    }
}
impl<'a, T> Deref for Guard<'a, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.r
    }
}
impl<'a, T> DerefMut for Guard<'a, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.r
    }
}
impl<'a, T> Drop for Guard<'a, T> {
    fn drop(&mut self) {
        println!("unlock {}", self.owner.count.get());
    }
}
struct MyBox<T>(T);
impl<T> MyBox<T> {
    fn new(t: T) -> MyBox<T> {
        MyBox(t)
    }
}
impl<T> Deref for MyBox<T> {
    type Target = T;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
fn hello(s: &str) {
    println!("hello {s}");
}
struct Matrix {
    d: Vec<f64>,
    w: usize,
}
impl Index<usize> for Matrix {
    type Output = [f64];
    fn index(&self, r: usize) -> &[f64] {
        &self.d[r * self.w..(r + 1) * self.w]
    }
}
impl IndexMut<usize> for Matrix {
    fn index_mut(&mut self, r: usize) -> &mut [f64] {
        let w = self.w;
        &mut self.d[r * w..(r + 1) * w]
    }
}
impl Index<&str> for Registry {
    type Output = i32;
    fn index(&self, k: &str) -> &i32 {
        self.items.iter().find(|(n, _)| n == k).map(|(_, v)| v).expect("no such key")
    }
}
struct Registry {
    items: Vec<(String, i32)>,
}
struct Timer<'a> {
    label: &'a str,
    log: &'a RefCell<Vec<String>>,
}
impl<'a> Drop for Timer<'a> {
    fn drop(&mut self) {
        self.log.borrow_mut().push(format!("end {}", self.label));
    }
}
struct Temp<T: Display>(T);
impl<T: Display> Drop for Temp<T> {
    fn drop(&mut self) {
        println!("temp {}", self.0);
    }
}
struct Scope<'a, F: FnMut(&str)> {
    f: &'a mut F,
    name: String,
}
impl<'a, F: FnMut(&str)> Drop for Scope<'a, F> {
    fn drop(&mut self) {
        (self.f)(&self.name);
    }
}
struct Defer<F: FnMut()> {
    f: F,
}
impl<F: FnMut()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.f)()
    }
}
fn main() {
    let l = Locked::new(vec![1]);
    {
        let mut g = l.lock();
        g.push(2);
        println!("{} {:?}", g.len(), *g);
        g[0] = 10;
        for x in g.iter_mut() {
            *x += 1;
        }
    }
    println!("{:?} {}", l.v.borrow(), l.lock().len());
    let b = MyBox::new(String::from("rust"));
    hello(&b);
    println!("{} {}", b.len(), *b == "rust");
    let n = MyBox::new(MyBox::new(5));
    println!("{}", **n + 1);
    let mut m = Matrix { d: vec![0.0; 4], w: 2 };
    m[1][0] = 3.5;
    m[0][1] += 1.0;
    println!("{:?} {} {}", m.d, m[1][0], m[0].len());
    let r = Registry { items: vec![("a".into(), 1), ("b".into(), 2)] };
    println!("{}", r["b"]);
    let log = RefCell::new(vec![]);
    {
        let _a = Timer { label: "a", log: &log };
        let _b = Timer { label: "b", log: &log };
        log.borrow_mut().push("work".into());
    }
    println!("{:?}", log.borrow());
    let _t = Temp("x");
    let _u = Temp(5);
    let mut seen = vec![];
    {
        let mut f = |s: &str| seen.push(s.to_string());
        let _s = Scope { f: &mut f, name: "s1".into() };
    }
    println!("{seen:?}");
    let mut count = 0;
    {
        let _d = Defer { f: || count += 1 };
    }
    println!("{count}");
    let shared = Rc::new(RefCell::new(String::from("s")));
    let c2 = Rc::clone(&shared);
    {
        let r: Ref<String> = shared.borrow();
        println!("{}", r.len());
    }
    {
        let mut w = c2.borrow_mut();
        w.push('!');
    }
    println!("{}", shared.borrow());
    let part = Ref::map(shared.borrow(), |s| &s[..1]);
    println!("{}", &*part);
}
