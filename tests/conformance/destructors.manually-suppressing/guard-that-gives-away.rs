// A guard that may give away what it holds keeps it in a `ManuallyDrop`.
use std::mem::{self, ManuallyDrop};
struct L(String);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn l(s: &str) -> L {
    L(s.into())
}
struct Guard {
    inner: ManuallyDrop<L>,
    armed: bool,
}
impl Guard {
    fn new(s: &str) -> Self {
        Guard { inner: ManuallyDrop::new(l(s)), armed: true }
    }
    fn into_inner(mut self) -> L {
        self.armed = false;
        unsafe { ManuallyDrop::take(&mut self.inner) }
    }
}
impl Drop for Guard {
    fn drop(&mut self) {
        println!("guard drop armed={}", self.armed);
        if self.armed {
            unsafe { ManuallyDrop::drop(&mut self.inner) }
        }
    }
}
fn main() {
    let g = Guard::new("kept");
    println!("{}", g.inner.0);
    drop(g);
    let g = Guard::new("taken");
    let inner = g.into_inner();
    println!("have {}", inner.0);
    let mut m = ManuallyDrop::new(l("m"));
    m.0.push('!');
    println!("{} {}", m.0, m.0.len());
    let r: &L = &m;
    println!("{}", r.0);
    {
        let _scoped = ManuallyDrop::new(l("never"));
    }
    println!("scope over");
    let v = ManuallyDrop::new(vec![l("v1"), l("v2")]);
    println!("{}", v.len());
    for x in v.iter() {
        println!("{}", x.0);
    }
    let v2 = ManuallyDrop::into_inner(v);
    println!("back {}", v2.len());
    let mut opt = Some(ManuallyDrop::new(l("opt")));
    if let Some(o) = opt.as_mut() {
        unsafe {
            ManuallyDrop::drop(o);
        }
    }
    println!("after opt");
    let old = mem::replace(&mut *m, l("new"));
    println!("old {}", old.0);
    unsafe { ManuallyDrop::drop(&mut m) };
    let n = ManuallyDrop::new(5);
    println!("{} {:?} {}", *n + 1, n, n == ManuallyDrop::new(5));
    let arr = [ManuallyDrop::new(l("a"))];
    println!("{}", arr[0].0);
    let b = Box::new(ManuallyDrop::new(l("boxed")));
    drop(b);
    println!("end");
}
