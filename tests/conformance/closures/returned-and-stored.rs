// Closures that are returned, stored, boxed and called by others.
struct L(String);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn l(s: &str) -> L {
    L(s.to_string())
}
fn make_adder(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}
fn boxed(n: i32) -> Box<dyn Fn(i32) -> i32> {
    if n > 0 { Box::new(move |x| x * n) } else { Box::new(|x| x) }
}
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}
fn apply<F: FnOnce() -> String>(f: F) -> String {
    f()
}
fn twice(f: &mut dyn FnMut()) {
    f();
    f();
}
fn call(f: fn(i32) -> i32, x: i32) -> i32 {
    f(x)
}
fn inc(x: i32) -> i32 {
    x + 1
}
struct Button {
    on_click: Option<Box<dyn FnMut(i32) -> i32>>,
    name: String,
}
impl Button {
    fn click(&mut self, n: i32) -> i32 {
        match &mut self.on_click {
            Some(f) => f(n),
            None => -1,
        }
    }
}
struct Defer<F: FnOnce()>(Option<F>);
impl<F: FnOnce()> Drop for Defer<F> {
    fn drop(&mut self) {
        if let Some(f) = self.0.take() {
            f()
        }
    }
}
fn main() {
    println!("{} {} {}", make_adder(2)(3), boxed(3)(4), boxed(0)(7));
    println!("{}", compose(|x: i32| x + 1, |y: i32| format!("<{y}>"))(4));
    let a = l("captured");
    let c = move || println!("in closure {}", a.0);
    c();
    c();
    drop(c);
    println!("after closure");
    let b = l("once");
    println!("{}", apply(move || b.0.clone()));
    println!("after once");
    let mut n = 0;
    let mut f = || n += 1;
    f();
    f();
    println!("{n}");
    let mut k = 0;
    twice(&mut || {
        k += 5;
        println!("k {k}");
    });
    println!("{k}");
    println!("{} {}", call(inc, 1), call(|x| x * 10, 2));
    let mut hits = 0;
    let mut btn = Button {
        on_click: Some(Box::new(move |n| {
            hits += n;
            hits
        })),
        name: "b".into(),
    };
    println!("{} {} {}", btn.click(2), btn.click(3), btn.name);
    btn.on_click = None;
    println!("{}", btn.click(1));
    let _d = Defer(Some(|| println!("deferred")));
    let _e = l("e");
    let fs: Vec<Box<dyn Fn() -> usize>> =
        (0..3usize).map(|i| Box::new(move || i * i) as Box<dyn Fn() -> usize>).collect();
    println!("{:?}", fs.iter().map(|f| f()).collect::<Vec<_>>());
    let s = String::from("shared");
    let r = || s.len();
    println!("{} {}", r(), s);
    let v = vec![3, 1, 2];
    let m = v.iter().map(|x| x * k).collect::<Vec<_>>();
    println!("{m:?}");
    let add = |a: i32, b: i32| -> i32 { a + b };
    println!("{}", add(1, 2));
    let nested = |x| {
        let inner = |y| x + y;
        inner(10)
    };
    println!("{}", nested(5));
    let t = (l("t0"), l("t1"));
    let cl = move || println!("{}", t.0.0);
    cl();
    println!("end of main");
    fn rec(n: u32) -> u32 {
        if n == 0 { 1 } else { n * rec(n - 1) }
    }
    println!("{}", rec(5));
    let mut cache = std::collections::HashMap::new();
    fn fib(n: u64, cache: &mut std::collections::HashMap<u64, u64>) -> u64 {
        if n < 2 {
            return n;
        }
        if let Some(&v) = cache.get(&n) {
            return v;
        }
        let r = fib(n - 1, cache) + fib(n - 2, cache);
        cache.insert(n, r);
        r
    }
    println!("{}", fib(50, &mut cache));
}
