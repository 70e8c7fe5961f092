// An `impl` for all types with a trait, and for types of the library.
use std::fmt::{Debug, Display};
trait Describe {
    fn describe(&self) -> String;
}
impl<T: Debug> Describe for T {
    fn describe(&self) -> String {
        format!("<<{:?}>>", self)
    }
}
trait Double {
    fn double(&self) -> Self;
}
impl Double for i32 {
    fn double(&self) -> i32 {
        self * 2
    }
}
impl Double for String {
    fn double(&self) -> String {
        format!("{self}{self}")
    }
}
trait Ext {
    fn shout(&self) -> String;
}
impl Ext for str {
    fn shout(&self) -> String {
        self.to_uppercase()
    }
}
impl<T: Display> Ext for Vec<T> {
    fn shout(&self) -> String {
        self.iter().map(|x| x.to_string()).collect::<Vec<_>>().join("!")
    }
}
fn print_all<T>(items: &[T])
where
    T: Display,
{
    for i in items {
        print!("{i} ");
    }
    println!();
}
fn largest<T: PartialOrd + Copy>(items: &[T]) -> T {
    let mut l = items[0];
    for &i in items {
        if i > l {
            l = i;
        }
    }
    l
}
struct Stack<T> {
    items: Vec<T>,
}
impl<T: Debug> Stack<T> {
    fn new() -> Self {
        Stack { items: Vec::new() }
    }
    fn push(&mut self, t: T) -> &mut Self {
        self.items.push(t);
        self
    }
    fn pop(&mut self) -> Option<T> {
        self.items.pop()
    }
    fn peek(&self) -> Option<&T> {
        self.items.last()
    }
}
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        println!("stack of {} gone", self.items.len());
    }
}
fn main() {
    println!("{} {} {}", 5.describe(), "x".describe(), vec![1, 2].describe());
    println!("{} {}", 4.double(), String::from("ab").double());
    println!("{} {}", "hi".shout(), vec![1, 2].shout());
    print_all(&[1, 2, 3]);
    print_all(&["a", "b"]);
    println!("{} {}", largest(&[3, 9, 2]), largest(&[1.5, 0.2]));
    let mut s = Stack::new();
    s.push(1).push(2).push(3);
    println!("{:?} {:?} {:?}", s.pop(), s.peek(), s.items);
    let t: Stack<String> = Stack::new();
    println!("{}", t.items.is_empty());
}
