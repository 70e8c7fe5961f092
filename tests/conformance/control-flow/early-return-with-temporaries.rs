// A `return` in the middle of a statement drops the temporaries it has made so far.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn pass<'a>(value: &'a Loud, _other: i32) -> &'a str {
    value.0
}

fn run(stop: bool) -> usize {
    let _local = Loud("local");
    let text = pass(&Loud("temporary"), if stop { return 0 } else { 1 }).len();
    println!("went on");
    text
}

fn main() {
    println!("{}", run(true));
    println!("{}", run(false));
}
