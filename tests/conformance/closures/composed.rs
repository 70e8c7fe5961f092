// Closures composed of others, in lists, and functions in their place.
struct L(&'static str);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn compose(f: impl Fn(i32) -> i32, g: impl Fn(i32) -> i32) -> impl Fn(i32) -> i32 {
    move |x| g(f(x))
}
fn boxed(n: i32) -> Box<dyn Fn(i32) -> i32> {
    if n > 0 { Box::new(move |x| x + n) } else { Box::new(|x| -x) }
}
fn apply<F>(mut f: F)
where
    F: FnMut() -> i32,
{
    println!("{} {}", f(), f());
}
fn once<F: FnOnce() -> L>(f: F) -> L {
    f()
}
struct Button {
    on: Vec<Box<dyn FnMut(&str)>>,
}
impl Button {
    fn click(&mut self) {
        for f in self.on.iter_mut() {
            f("click");
        }
    }
}
fn twice(f: fn(i32) -> i32, x: i32) -> i32 {
    f(f(x))
}
fn inc(x: i32) -> i32 {
    x + 1
}
fn main() {
    println!("{}", compose(|x| x + 1, |x| x * 10)(2));
    println!("{} {}", boxed(3)(1), boxed(0)(1));
    let mut c = 0;
    apply(|| {
        c += 1;
        c
    });
    println!("{c}");
    let l = L("l");
    let k = once(move || l);
    println!("{}", k.0);
    let mut b = Button { on: vec![] };
    let keep = L("kept");
    let mut n = 0;
    b.on.push(Box::new(move |e| {
        n += 1;
        println!("{e} {n} {}", keep.0);
    }));
    b.click();
    b.click();
    drop(b);
    println!("{}", twice(inc, 5));
    let fs: [(&str, fn(f64) -> f64); 2] = [("sqrt", f64::sqrt), ("abs", f64::abs)];
    for (n, f) in fs {
        println!("{n} {}", f(16.0));
    }
    let mut v = vec![3, 1, 2];
    v.sort_by_key(|x| -x);
    println!("{v:?}");
    let words = ["a", "b"].map(str::to_uppercase);
    println!("{words:?}");
}
