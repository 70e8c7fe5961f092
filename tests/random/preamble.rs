// What a random program is made of.
use leakproof::prelude::*;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::thread;

struct Loud(i32);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    a: Loud,
    b: Loud,
}

struct Guarded {
    a: Loud,
    b: Loud,
}

impl Drop for Guarded {
    fn drop(&mut self) {
        println!("drop guarded {} and {}", self.a.0, self.b.0);
    }
}

struct Bomb(i32);

impl Drop for Bomb {
    fn drop(&mut self) {
        println!("bomb {}", self.0);
        if !thread::panicking() {
            panic!("bomb {}", self.0);
        }
    }
}

fn make(id: i32) -> Loud {
    println!("make {id}");
    Loud(id)
}

fn pass(loud: Loud) -> Loud {
    println!("pass {}", loud.0);
    loud
}

fn eat(loud: Loud) -> i32 {
    println!("eat {}", loud.0);
    loud.0
}

fn look(loud: &Loud) -> i32 {
    println!("look at {}", loud.0);
    loud.0
}

fn both(first: &Loud, second: &Loud) -> i32 {
    println!("look at {} and {}", first.0, second.0);
    first.0 + second.0
}

fn attempt(loud: Loud, good: bool) -> Result<Loud> {
    if good { Ok(loud) } else { Err(Error::other(format!("attempt {}", loud.0))) }
}

fn yes() -> bool {
    true
}

fn no() -> bool {
    false
}

