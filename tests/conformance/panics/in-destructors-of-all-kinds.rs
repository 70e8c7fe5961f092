// A destructor panics, in a list, a tuple, a box, a closure and a field; the others still run.
use std::panic::{AssertUnwindSafe, catch_unwind};
struct B(&'static str, bool);
impl Drop for B {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        if self.1 {
            panic!("in drop of {}", self.0);
        }
    }
}
struct Holder {
    a: B,
    b: B,
    c: B,
}
fn t(name: &str, f: impl FnOnce()) {
    println!("-- {name}");
    let r = catch_unwind(AssertUnwindSafe(f));
    match r {
        Ok(()) => println!("fine"),
        Err(e) => println!("caught {:?}", e.downcast_ref::<String>()),
    }
}
fn main() {
    t("scope", || {
        let _x = B("x", false);
        let _y = B("y", true);
        let _z = B("z", false);
    });
    t("fields", || {
        let _h = Holder { a: B("a", false), b: B("b", true), c: B("c", false) };
    });
    t("vec", || {
        let _v = vec![B("v0", false), B("v1", true), B("v2", false)];
    });
    t("assign", || {
        let mut m = B("old", true);
        m = B("new", false);
        println!("not reached {}", m.0);
    });
    t("temp", || {
        let n = B("temp", true).0.len();
        println!("not reached {n}");
    });
    t("arg", || {
        fn f(_a: B, _b: B) {
            println!("in f");
        }
        f(B("a1", true), B("a2", false));
        println!("no");
    });
    t("truncate", || {
        let mut v = vec![B("k", false), B("t1", true), B("t2", false)];
        v.truncate(1);
        println!("no");
    });
    t("option", || {
        let mut o = Some(B("o", true));
        o.take();
        println!("no");
    });
    t("loop", || {
        for i in 0..3 {
            let _l = B("l", i == 1);
            println!("turn {i}");
        }
    });
    t("nested catch", || {
        struct Safe;
        impl Drop for Safe {
            fn drop(&mut self) {
                let r = catch_unwind(|| panic!("inside"));
                println!("safe {}", r.is_err());
            }
        }
        let _s = Safe;
        panic!("outer {}", 1 + 1);
    });
    t("map", || {
        let mut m = std::collections::BTreeMap::new();
        m.insert(2, B("m2", false));
        m.insert(1, B("m1", true));
        m.insert(3, B("m3", false));
    });
    t("box", || {
        let _b: Box<B> = Box::new(B("boxed", true));
        let _c = std::rc::Rc::new(B("rc", false));
    });
    t("match", || match B("scrutinee", true) {
        B(n, _) => println!("arm {n}"),
    });
    t("break", || {
        let r = loop {
            let _g = B("guard", true);
            break 5;
        };
        println!("no {r}");
    });
    t("question", || {
        fn q() -> Option<i32> {
            let _g = B("q", true);
            None?;
            Some(1)
        }
        println!("{:?}", q());
    });
    t("closure", || {
        let c = B("captured", true);
        let f = move || println!("{}", c.0);
        f();
        println!("called");
    });
    println!("end");
    let _a = B("final a", false);
    let _b = B("final b", true);
    let _c = B("final c", false);
}
