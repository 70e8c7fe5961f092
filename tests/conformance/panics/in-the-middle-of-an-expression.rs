// A panic in the middle of any expression drops what was made of it so far.
use std::panic::{AssertUnwindSafe, catch_unwind};
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}{}", self.0, if std::thread::panicking() { "!" } else { "" });
    }
}
fn boom(s: &'static str) -> D {
    panic!("boom {s}")
}
fn pair(_a: D, _b: D) {}
struct S {
    a: D,
    b: D,
    c: D,
}
fn run(name: &str, f: impl FnOnce()) {
    println!("-- {name}");
    let r = catch_unwind(AssertUnwindSafe(f));
    println!("{}", r.is_err());
}
fn main() {
    run("args", || pair(D("a1"), boom("b")));
    run("struct", || {
        let _s = S { c: D("c"), a: D("a"), b: boom("x") };
    });
    run("array", || {
        let _v = [D("1"), D("2"), boom("3")];
    });
    run("vec", || {
        let _v = vec![D("1"), boom("2")];
    });
    run("push", || {
        let mut v = vec![D("1")];
        v.push(boom("2"));
    });
    run("tuple", || {
        let _t = (D("t"), boom("u"), D("v"));
    });
    run("method", || {
        let d = D("recv");
        let _ = Some(d).map(|x| {
            let _y = x;
            boom("m")
        });
    });
    run("loop", || {
        for i in 0..3 {
            let _d = D("l");
            if i == 1 {
                boom("l");
            }
        }
    });
    run("match", || match D("scrut").0.len() {
        5 => {
            let _x = D("arm");
            boom("arm");
        }
        _ => {}
    });
    run("assign", || {
        let mut d = D("old");
        println!("{}", d.0);
        d = boom("new");
        let _ = &d;
    });
    run("replace", || {
        let mut d = Some(D("o"));
        let _p = std::mem::replace(&mut d, None);
        boom("r");
    });
    run("closure", || {
        let c = D("cap");
        let f = move || {
            let _r = &c;
            boom("in");
        };
        f();
    });
    run("box", || {
        let _b: Box<dyn Fn() -> D> = {
            let k = D("k");
            Box::new(move || {
                let _ = &k;
                D("out")
            })
        };
        _b();
        boom("after");
    });
    run("iter", || {
        let v: Vec<D> = vec![D("i1"), D("i2"), D("i3")]
            .into_iter()
            .map(|d| if d.0 == "i2" { boom("map") } else { d })
            .collect();
        drop(v);
    });
    run("format", || {
        println!("{} {}", D("f").0, boom("g").0);
    });
    run("index", || {
        let v = vec![D("v")];
        let i = v.len();
        let _x = &v[i];
    });
    run("unwrap", || {
        let _g = D("g");
        let r: Result<D, D> = Err(D("e"));
        match r {
            Ok(_) => {}
            Err(e) => {
                let _keep = e;
                None::<D>.expect("nothing");
            }
        }
    });
    run("nested", || {
        let _o = D("outer");
        let r = catch_unwind(|| {
            let _i = D("inner");
            boom("n");
        });
        println!("inner caught {}", r.is_err());
        boom("outer");
    });
    run("early", || {
        let _e = D("e");
        (|| -> Option<()> {
            let _q = D("q");
            None?;
            Some(())
        })();
        boom("z");
    });
    run("fine", || {
        let _ = D("ok");
    });
}
