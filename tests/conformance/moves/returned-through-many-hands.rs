// A value that is handed on is dropped once, by the last who has it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn first() -> Loud {
    second(Loud("made in first"))
}

fn second(value: Loud) -> Loud {
    let renamed = value;
    renamed
}

fn main() {
    let boxed = Box::new(first());
    let unboxed = *boxed;
    println!("have {}", unboxed.0);
}
