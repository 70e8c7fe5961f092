// Whatever the way out, each scope drops what belongs to it, from the inside out.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn visit(stop: i32) -> i32 {
    let _function = Loud("function");
    for i in 0..3 {
        let _turn = Loud("turn");
        if i == stop {
            let _branch = Loud("branch");
            return i;
        }
    }
    -1
}

fn main() {
    println!("{}", visit(1));
    println!("{}", visit(7));
}
