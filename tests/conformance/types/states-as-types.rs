// A door whose type says whether it is open, by a `PhantomData`.
use std::marker::PhantomData;
struct Meters;
struct Feet;
#[derive(Debug, Clone, Copy)]
struct Len<U> {
    v: f64,
    unit: PhantomData<U>,
}
impl<U> Len<U> {
    fn new(v: f64) -> Self {
        Len { v, unit: PhantomData }
    }
    fn add(self, o: Len<U>) -> Len<U> {
        Len::new(self.v + o.v)
    }
}
struct Open;
struct Closed;
struct Door<S> {
    name: String,
    _s: PhantomData<S>,
}
impl Door<Closed> {
    fn new(n: &str) -> Self {
        Door { name: n.into(), _s: PhantomData }
    }
    fn open(self) -> Door<Open> {
        println!("open {}", self.name);
        Door { name: self.name, _s: PhantomData }
    }
}
impl Door<Open> {
    fn close(self) -> Door<Closed> {
        println!("close {}", self.name);
        Door { name: self.name, _s: PhantomData }
    }
}
fn main() {
    let a: Len<Meters> = Len::new(1.5);
    let b = Len::<Meters>::new(2.0);
    println!("{}", a.add(b).v);
    let _f: Len<Feet> = Len::new(1.0);
    let d = Door::new("d").open().close();
    println!("{}", d.name);
}
