// `mem::replace`, `swap` and `take` move out of a place and leave something in it.
use std::mem;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut a = Loud("a");
    let mut b = Loud("b");
    mem::swap(&mut a, &mut b);
    println!("a holds {}, b holds {}", a.0, b.0);
    let old = mem::replace(&mut a, Loud("c"));
    println!("replaced {}", old.0);
    let mut list = vec![Loud("in a list")];
    let taken = mem::take(&mut list);
    println!("{} taken, {} left", taken.len(), list.len());
}
