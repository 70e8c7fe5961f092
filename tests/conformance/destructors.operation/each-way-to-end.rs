// Each way in which a value can end, one after the other.
use std::cell::RefCell;
use std::mem;
use std::process;
struct L(&'static str);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct Outer {
    a: L,
    inner: Inner,
    b: L,
}
struct Inner {
    x: L,
    y: L,
}
impl Drop for Outer {
    fn drop(&mut self) {
        println!("outer drop");
        let taken = mem::replace(&mut self.a, L("replacement"));
        println!("taken {}", taken.0);
    }
}
enum E {
    One(L, L),
    Two { l: L },
    Three,
}
struct Tuple(L, Option<L>, Vec<L>);
struct Chain {
    name: &'static str,
    next: Option<Box<Chain>>,
}
impl Drop for Chain {
    fn drop(&mut self) {
        println!("chain {}", self.name);
    }
}
fn early(n: i32) -> Option<L> {
    let _a = L("early a");
    if n == 0 {
        return None;
    }
    let b = L("early b");
    if n == 1 {
        return Some(b);
    }
    let c = L("early c");
    let r = Some(c)?;
    drop(b);
    Some(r)
}
fn params(_: L, a: L, (b, _): (L, L)) -> &'static str {
    let _local = L("local");
    println!("in params {} {}", a.0, b.0);
    "ret"
}
fn cond(flag: bool) {
    let x;
    let y = L("y");
    if flag {
        x = L("x");
        println!("set {}", x.0);
    }
    println!("cond {}", y.0);
}
fn shadow() {
    let a = L("first");
    let a = L(if a.0.len() > 2 { "second" } else { "?" });
    {
        let a = L("inner");
        println!("{}", a.0);
    }
    println!("{}", a.0);
}
fn partial() {
    let o = Inner { x: L("px"), y: L("py") };
    let x = o.x;
    println!("moved {}", x.0);
    let t = (L("t0"), L("t1"), L("t2"));
    drop(t.1);
    println!("partial end");
}
fn reassign() {
    let mut v = L("v1");
    v = L("v2");
    println!("reassigned");
    let w = v;
    v = L("v3");
    println!("{} {}", w.0, v.0);
    let mut o = Some(L("o1"));
    o = None;
    println!("none {}", o.is_none());
    o = Some(L("o2"));
    let _ = o.insert(L("o3"));
    let r = o.replace(L("o4"));
    println!("replaced {}", r.as_ref().map_or("", |l| l.0));
    let _t = o.take();
    println!("taken");
}
fn nested() {
    let _a = L("n a");
    {
        let _b = L("n b");
        {
            let _c = L("n c");
        }
        println!("after c");
    }
    for i in 0..2 {
        let _l = L(if i == 0 { "i0" } else { "i1" });
        if i == 0 {
            continue;
        }
        println!("body {i}");
    }
    'o: loop {
        let _p = L("loop p");
        loop {
            let _q = L("loop q");
            break 'o;
        }
    }
}
fn boxes() {
    let b: Box<dyn Fn()> = {
        let l = L("in closure");
        Box::new(move || println!("call {}", l.0))
    };
    b();
    let v: Vec<Box<L>> = vec![Box::new(L("bv1")), Box::new(L("bv2"))];
    let mut it = v.into_iter();
    let f = it.next();
    println!("{}", f.is_some());
    drop(it);
    println!("iter dropped");
    let mut sl = [L("s1"), L("s2"), L("s3")];
    sl.swap(0, 2);
    sl[1] = L("s4");
    println!("swapped");
    let bs: Box<[L]> = vec![L("z1"), L("z2")].into_boxed_slice();
    println!("{}", bs.len());
}
fn main() {
    let o = Outer { a: L("oa"), inner: Inner { x: L("ix"), y: L("iy") }, b: L("ob") };
    println!("{}", o.inner.y.0.len() + o.b.0.len() + o.inner.x.0.len());
    drop(o);
    let _e = [E::One(L("e1"), L("e2")), E::Two { l: L("e3") }, E::Three];
    let _t = Tuple(L("t"), Some(L("to")), vec![L("tv1"), L("tv2")]);
    let _c = Chain { name: "c1", next: Some(Box::new(Chain { name: "c2", next: None })) };
    println!("{}", _c.next.is_some());
    if let E::Two { l } = &_e[1] {
        println!("{}", l.0);
    }
    for n in 0..3 {
        let r = early(n);
        println!("early {n} {}", r.map_or("none", |l| l.0));
    }
    println!("{}", params(L("p0"), L("p1"), (L("p2"), L("p3"))));
    cond(true);
    cond(false);
    shadow();
    partial();
    reassign();
    nested();
    boxes();
    let cell = RefCell::new(L("cell1"));
    let old = cell.replace(L("cell2"));
    println!("old {}", old.0);
    drop(mem::take(&mut vec![L("taken")]));
    let mut p = (L("sw1"), L("sw2"));
    mem::swap(&mut p.0, &mut p.1);
    println!("{} {}", p.0.0, p.1.0);
    mem::forget(p.0);
    let _z = L("last");
    if cell.borrow().0 == "cell2" {
        process::exit(3);
    }
}
