// Fields have flags of their own.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn maybe(away: bool) {
    let pair = (Loud("left"), Loud("right"));
    if away {
        let _taken = pair.1;
        println!("taken");
    }
    println!("end of maybe({away})");
}

fn main() {
    maybe(true);
    maybe(false);
}
