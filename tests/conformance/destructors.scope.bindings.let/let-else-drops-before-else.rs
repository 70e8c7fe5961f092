// The value that did not match is dropped before the `else` block begins.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn attempt() -> Result<i32, Loud> {
    Err(Loud("the error"))
}

fn run() -> i32 {
    let Ok(value) = attempt() else {
        println!("in the else block");
        return -1;
    };
    value
}

fn main() {
    println!("{}", run());
}
