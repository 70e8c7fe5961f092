// Traits with parents, default methods, constants, generics and objects.
use std::collections::BTreeMap;
use std::fmt::{self, Debug, Display};
trait Animal {
    fn name(&self) -> String;
    fn speak(&self) -> String {
        format!("{} speaks", self.name())
    }
    fn boxed(self) -> Box<dyn Animal>
    where
        Self: Sized + 'static,
    {
        Box::new(self)
    }
}
#[derive(Clone)]
struct Dog {
    n: String,
}
struct Cat;
impl Animal for Dog {
    fn name(&self) -> String {
        self.n.clone()
    }
}
impl Animal for Cat {
    fn name(&self) -> String {
        "cat".into()
    }
    fn speak(&self) -> String {
        "meow".to_owned()
    }
}
impl Drop for Cat {
    fn drop(&mut self) {
        println!("drop cat");
    }
}
trait Loud: Animal {
    fn shout(&self) -> String {
        self.speak().to_uppercase()
    }
}
impl Loud for Dog {}
impl Loud for Cat {}
fn all(list: &[Box<dyn Animal>]) {
    for a in list {
        println!("{}", a.speak());
    }
}
fn genr<T: Loud + ?Sized>(t: &T) -> String {
    t.shout()
}
fn pick(b: bool) -> Box<dyn Loud> {
    if b { Box::new(Cat) } else { Box::new(Dog { n: "rex".into() }) }
}
struct Stack<T> {
    items: Vec<T>,
}
impl<T: Display> Stack<T> {
    fn new() -> Self {
        Self { items: Vec::new() }
    }
    fn push(&mut self, t: T) -> &mut Self {
        self.items.push(t);
        self
    }
    fn show(&self) -> String {
        self.items.iter().map(|x| x.to_string()).collect::<Vec<_>>().join(",")
    }
}
impl<T> Default for Stack<T> {
    fn default() -> Self {
        Stack { items: vec![] }
    }
}
impl<T: Display> Display for Stack<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<")?;
        for (i, x) in self.items.iter().enumerate() {
            if i > 0 {
                write!(f, " ")?;
            }
            write!(f, "{x}")?;
        }
        write!(f, ">")
    }
}
impl<T> IntoIterator for Stack<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}
impl<T> FromIterator<T> for Stack<T> {
    fn from_iter<I: IntoIterator<Item = T>>(i: I) -> Self {
        Stack { items: i.into_iter().collect() }
    }
}
impl<T> Extend<T> for Stack<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, i: I) {
        for x in i {
            self.items.push(x);
        }
    }
}
fn largest<T: PartialOrd + Copy>(v: &[T]) -> Option<T> {
    let mut it = v.iter();
    let mut m = *it.next()?;
    for &x in it {
        if x > m {
            m = x;
        }
    }
    Some(m)
}
fn dbg_all<T>(v: &[T]) -> String
where
    T: Debug,
{
    format!("{v:?}")
}
trait Zero {
    const ZERO: Self;
    fn is_zero(&self) -> bool;
}
impl Zero for i32 {
    const ZERO: i32 = 0;
    fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }
}
trait Ext {
    fn double(&self) -> String;
}
impl Ext for str {
    fn double(&self) -> String {
        format!("{self}{self}")
    }
}
fn main() {
    all(&[Dog { n: "fido".into() }.boxed(), Box::new(Cat)]);
    println!("{}", genr(&Cat));
    println!("{}", genr(pick(false).as_ref()));
    println!("{}", pick(true).shout());
    let mut s = Stack::new();
    s.push(1).push(2).push(3);
    println!("{} {s} {:>8}|", s.show(), format!("{s}"));
    let t: Stack<i32> = s.into_iter().map(|x| x * 2).collect();
    println!("{t}");
    let mut u: Stack<String> = Stack::default();
    u.extend(vec!["a".to_string(), "b".to_string()]);
    println!("{u}");
    println!("{:?} {:?} {:?}", largest(&[1, 5, 2]), largest(&[1.5, 0.2]), largest::<char>(&[]));
    println!("{}", dbg_all(&["x"]));
    println!("{} {} {}", 0.is_zero(), 5.is_zero(), i32::ZERO);
    println!("{}", "ab".double());
    let mut m: BTreeMap<&str, Vec<i32>> = BTreeMap::new();
    for (k, v) in [("a", 1), ("b", 2), ("a", 3)] {
        m.entry(k).or_default().push(v);
    }
    println!("{m:?}");
}
