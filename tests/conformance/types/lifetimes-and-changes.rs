// Lifetimes that need not be written, and changes through references, cells and new counted values.
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;
struct Parser<'a> {
    text: &'a str,
    pos: usize,
}
impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser { text, pos: 0 }
    }
    fn rest(&self) -> &str {
        &self.text[self.pos..]
    }
    fn word(&mut self) -> Option<&'a str> {
        let rest = &self.text[self.pos..];
        let rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let start = self.text.len() - rest.len();
        let end = rest.find(' ').map_or(self.text.len(), |i| start + i);
        self.pos = end;
        Some(&self.text[start..end])
    }
}
fn first<'a>(a: &'a str, _b: &str) -> &'a str {
    a
}
fn konst() -> &'static str {
    "k"
}
fn pick<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { a } else { b }
}
fn one(p: Parser) -> usize {
    p.pos
}
fn by<'a>(m: &'a HashMap<String, Vec<i32>>, k: &str) -> &'a [i32] {
    m.get(k).map(Vec::as_slice).unwrap_or(&[])
}
fn only(v: &[String]) -> &String {
    &v[0]
}
fn inner(x: &Option<String>) -> Option<&String> {
    x.as_ref()
}
fn f2(x: (&str, i32)) -> &str {
    x.0
}
fn hof() -> Box<dyn Fn(&str) -> &str> {
    Box::new(|s| s.trim())
}
fn fp(f: fn(&str) -> &str, s: &str) -> String {
    f(s).to_string()
}
struct Holder {
    f: Box<dyn Fn(&i32) -> bool>,
    g: fn(&str) -> &str,
}
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", (self.g)("x"))
    }
}
struct Counter {
    n: Cell<u32>,
    log: RefCell<Vec<String>>,
    name: String,
}
impl Counter {
    fn bump(&self) -> u32 {
        self.n.set(self.n.get() + 1);
        self.log.borrow_mut().push(format!("{}", self.n.get()));
        self.n.get()
    }
}
fn main() {
    let mut p = Parser::new("ab cd");
    println!("{:?} {:?} {:?} {:?}", p.word(), p.rest().len(), first("x", "y"), konst());
    println!("{:?} {:?} {}", p.word(), p.word(), one(p));
    println!("{} {:?}", pick("a", "bb"), by(&HashMap::from([("k".to_string(), vec![1])]), "k"));
    println!(
        "{} {:?} {} {} {}",
        only(&["z".to_string()]),
        inner(&None),
        f2(("t", 1)),
        hof()(" q "),
        fp(str::trim, " w ")
    );
    let h = Holder { f: Box::new(|x| *x > 1), g: |s| s };
    println!("{} {h}", (h.f)(&2));
    let c = Rc::new(Counter { n: Cell::new(0), log: RefCell::new(vec![]), name: "c".into() });
    c.bump();
    c.log.borrow_mut().clear();
    c.n.set(7);
    println!("{} {:?} {}", c.bump(), c.log.borrow(), c.name);
    let shared = Rc::new(RefCell::new(vec![1]));
    shared.borrow_mut().push(2);
    shared.borrow_mut()[0] = 5;
    let mut local = Rc::new(5);
    local = Rc::new(*local + 1);
    println!("{shared:?} {local}");
    let mut rcs = vec![Rc::new(1)];
    rcs[0] = Rc::new(2);
    rcs.push(Rc::clone(&rcs[0]));
    println!("{rcs:?}");
    if let Some(x) = Rc::get_mut(&mut local) {
        *x += 1;
    }
    *Rc::make_mut(&mut local) *= 2;
    println!("{local}");
}
