// Destructuring assignment drops the old values in the order of the pattern.
#[derive(Debug)]
struct P {
    x: i32,
    y: i32,
}
struct L(&'static str);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct Pair(L, L);
struct Named {
    a: L,
    b: L,
}
fn two() -> (L, L) {
    println!("two");
    (L("r1"), L("r2"))
}
fn main() {
    let (mut a, mut b);
    (a, b) = (1, 2);
    println!("{a} {b}");
    (a, b) = (b, a);
    println!("{a} {b}");
    [a, b] = [b * 10, a * 10];
    println!("{a} {b}");
    let mut p = P { x: 0, y: 0 };
    (p.x, p.y) = (3, 4);
    println!("{p:?}");
    P { x: a, y: b } = p;
    println!("{a} {b}");
    P { x: a, .. } = (P { x: 7, y: 8 });
    println!("{a}");
    let mut v = vec![0, 0, 0];
    (v[0], _, v[2]) = (1, 2, 3);
    println!("{v:?}");
    let i;
    (i, ..) = (5, 6, 7);
    println!("{i}");
    (.., a) = (1, 2, 9);
    println!("{a}");
    let mut l = L("l0");
    let mut m = L("m0");
    (l, m) = two();
    println!("assigned {} {}", l.0, m.0);
    (l, _) = two();
    println!("half {}", l.0);
    (_, m) = (L("n1"), L("n2"));
    println!("other");
    (m, l) = (l, m);
    println!("swapped {} {}", l.0, m.0);
    Pair(l, m) = Pair(L("p1"), L("p2"));
    println!("pair");
    Named { b: l, a: m } = Named { a: L("na"), b: L("nb") };
    println!("named {} {}", l.0, m.0);
    ((l, _), [m, ..]) = ((L("q1"), L("q2")), [L("q3"), L("q4")]);
    println!("nested");
    let mut o = None;
    (o, _) = (Some(L("o")), 1);
    println!("{}", o.is_some());
    let r = &mut l;
    (*r, m) = (L("deref"), L("mm"));
    println!("deref");
    (l, m) = {
        let t = two();
        println!("block");
        t
    };
    _ = two();
    println!("gone");
    let mut s = 0;
    let mut fibs = (0, 1);
    for _ in 0..5 {
        (fibs.0, fibs.1) = (fibs.1, fibs.0 + fibs.1);
        s += fibs.0;
    }
    println!("{s} {fibs:?}");
    println!("end");
}
