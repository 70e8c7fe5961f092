// Also from deep within.
use std::process;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn give_up(code: i32) -> ! {
    let _inner = Loud("inner");
    println!("giving up with {code}");
    process::exit(code)
}

fn check(value: i32) -> i32 {
    let _middle = Loud("middle");
    if value < 0 { give_up(7) } else { value }
}

fn main() {
    let _outer = Loud("outer");
    println!("{}", check(5));
    println!("{}", check(-5));
}
