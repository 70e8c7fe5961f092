// Temporaries in conditions, scrutinees, tails and arguments.
use std::cell::RefCell;
struct L(&'static str);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
impl L {
    fn ok(&self) -> bool {
        true
    }
    fn get(&self) -> Option<i32> {
        Some(1)
    }
    fn me(self) -> L {
        println!("me {}", self.0);
        self
    }
    fn r(&self) -> &L {
        self
    }
}
fn mk(s: &'static str) -> L {
    println!("make {s}");
    L(s)
}
fn main() {
    if mk("if cond").ok() {
        println!("in if");
    } else {
        println!("no");
    }
    if let Some(x) = mk("if let").get() {
        println!("in if let {x}");
    } else {
        println!("else");
    }
    match mk("match").get() {
        Some(n) if mk("guard").ok() => println!("arm {n}"),
        _ => {}
    }
    let mut n = 0;
    while mk("while").ok() && n < 1 {
        println!("body");
        n += 1;
    }
    let _x = mk("let").get();
    println!("after let");
    let y = &mk("extended");
    println!("has {}", y.0);
    let z = mk("chain").me().r().get();
    println!("z {z:?}");
    let _ = mk("underscore");
    println!("after underscore");
    let _keep = mk("keep");
    mk("statement");
    println!("after statement");
    let Some(v) = mk("let else").get() else { panic!() };
    println!("v {v}");
    println!("{}", {
        let t = mk("block");
        t.ok()
    });
    let b = mk("and1").ok() && mk("and2").ok();
    println!("{b}");
    let c = RefCell::new(vec![1, 2]);
    let len = c.borrow().len();
    c.borrow_mut().push(len as i32);
    println!("{:?}", c);
    let s = match mk("m2") {
        L(name) => name.len(),
    };
    println!("{s}");
    let f = (mk("t1"), mk("t2")).1;
    println!("tuple part {}", f.0);
    let arr = [mk("a1"), mk("a2")];
    println!("{}", arr[1].0);
    let r = loop {
        let q = mk("loop");
        break q.me();
    };
    println!("got {}", r.0);
    let w = 'a: {
        if n > 0 {
            break 'a mk("label");
        }
        mk("never")
    };
    println!("{}", w.0);
    drop(mk("dropped"));
    std::mem::drop(w);
    println!("end");
}
