// Generic structs and functions, with bounds and defaults.
use std::collections::HashMap;
use std::fmt::{Debug, Display};
use std::ops::Add;
#[derive(Debug, Clone, PartialEq)]
struct Pair<T, U = T> {
    a: T,
    b: U,
}
impl<T: Clone + Debug, U: Display> Pair<T, U> {
    fn new(a: T, b: U) -> Self {
        Self { a, b }
    }
    fn swap(self) -> Pair<U, T> {
        Pair { a: self.b, b: self.a }
    }
    fn show(&self) -> String {
        format!("{:?}/{}", self.a, self.b)
    }
}
impl Pair<i32, i32> {
    fn sum(&self) -> i32 {
        self.a + self.b
    }
}
fn max_of<T: PartialOrd>(a: T, b: T) -> T {
    if a > b { a } else { b }
}
fn add_all<T>(xs: &[T]) -> T
where
    T: Add<Output = T> + Copy + Default,
{
    xs.iter().fold(xs[0], |a, &b| a + b)
}
trait Zoo {
    fn name(&self) -> String;
    fn legs(&self) -> u32 {
        4
    }
}
#[derive(Clone)]
struct Dog;
struct Bird {
    n: String,
}
impl Zoo for Dog {
    fn name(&self) -> String {
        "dog".into()
    }
}
impl Zoo for Bird {
    fn name(&self) -> String {
        self.n.clone()
    }
    fn legs(&self) -> u32 {
        2
    }
}
impl<T: Zoo + ?Sized> Zoo for Box<T> {
    fn name(&self) -> String {
        format!("boxed {}", (**self).name())
    }
    fn legs(&self) -> u32 {
        (**self).legs()
    }
}
fn total_legs(z: &[Box<dyn Zoo>]) -> u32 {
    z.iter().map(|a| a.legs()).sum()
}
fn describe(z: &dyn Zoo) -> String {
    format!("{} with {}", z.name(), z.legs())
}
struct Cache<F>
where
    F: Fn(u32) -> u32,
{
    f: F,
    m: HashMap<u32, u32>,
}
impl<F: Fn(u32) -> u32> Cache<F> {
    fn new(f: F) -> Self {
        Cache { f, m: HashMap::new() }
    }
    fn get(&mut self, k: u32) -> u32 {
        if let Some(v) = self.m.get(&k) {
            return *v;
        }
        let v = (self.f)(k);
        self.m.insert(k, v);
        v
    }
}
enum Tree<T: Ord> {
    Leaf,
    Node(Box<Tree<T>>, T, Box<Tree<T>>),
}
impl<T: Ord + Copy + Debug> Tree<T> {
    fn new() -> Self {
        Tree::Leaf
    }
    fn insert(self, v: T) -> Tree<T> {
        match self {
            Tree::Leaf => Tree::Node(Box::new(Tree::Leaf), v, Box::new(Tree::Leaf)),
            Tree::Node(l, x, r) => {
                if v < x {
                    Tree::Node(Box::new(l.insert(v)), x, r)
                } else {
                    Tree::Node(l, x, Box::new(r.insert(v)))
                }
            }
        }
    }
    fn walk(&self, out: &mut Vec<T>) {
        if let Tree::Node(l, x, r) = self {
            l.walk(out);
            out.push(*x);
            r.walk(out);
        }
    }
    fn depth(&self) -> usize {
        match self {
            Tree::Leaf => 0,
            Tree::Node(l, _, r) => 1 + l.depth().max(r.depth()),
        }
    }
}
struct Stack<T> {
    head: Option<Box<Node<T>>>,
    len: usize,
}
struct Node<T> {
    v: T,
    next: Option<Box<Node<T>>>,
}
impl<T> Stack<T> {
    fn new() -> Self {
        Stack { head: None, len: 0 }
    }
    fn push(&mut self, v: T) {
        let old = self.head.take();
        self.head = Some(Box::new(Node { v, next: old }));
        self.len += 1;
    }
    fn pop(&mut self) -> Option<T> {
        self.head.take().map(|n| {
            self.head = n.next;
            self.len -= 1;
            n.v
        })
    }
    fn peek(&self) -> Option<&T> {
        self.head.as_ref().map(|n| &n.v)
    }
    fn peek_mut(&mut self) -> Option<&mut T> {
        self.head.as_mut().map(|n| &mut n.v)
    }
}
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        let mut c = self.head.take();
        let mut n = 0;
        while let Some(mut b) = c {
            c = b.next.take();
            n += 1;
        }
        println!("dropped {n}");
    }
}
struct It<'a, T> {
    next: Option<&'a Node<T>>,
}
impl<T> Stack<T> {
    fn iter(&self) -> It<'_, T> {
        It { next: self.head.as_deref() }
    }
}
impl<'a, T> Iterator for It<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<Self::Item> {
        self.next.map(|n| {
            self.next = n.next.as_deref();
            &n.v
        })
    }
}
fn main() {
    let p = Pair::new(1, "x");
    println!("{} {:?}", p.show(), p.clone().swap());
    println!("{}", Pair { a: 1, b: 2 }.sum());
    println!("{} {} {}", max_of(1, 2), max_of("a", "b"), max_of(1.5, 0.5));
    let zs: Vec<Box<dyn Zoo>> = vec![Box::new(Dog), Box::new(Bird { n: "tit".into() })];
    println!("{} {} {}", total_legs(&zs), describe(&Dog), describe(zs[1].as_ref()));
    println!("{}", zs[0].name());
    let mut c = Cache::new(|x| {
        println!("compute {x}");
        x * x
    });
    println!("{} {} {}", c.get(3), c.get(3), c.get(4));
    let mut t = Tree::new();
    for x in [5, 2, 8, 1, 9] {
        t = t.insert(x);
    }
    let mut out = vec![];
    t.walk(&mut out);
    println!("{out:?} {}", t.depth());
    let mut s = Stack::new();
    for i in 1..=3 {
        s.push(i);
    }
    if let Some(x) = s.peek_mut() {
        *x *= 10;
    }
    println!("{:?} {:?} {}", s.pop(), s.peek(), s.len);
    for x in s.iter() {
        print!("{x} ");
    }
    println!("{}", s.iter().sum::<i32>());
    println!("{}", add_all(&[1, 2, 3]))
}
