// `loop` is an expression: `break` gives it a value.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut i = 0;
    let found = loop {
        let candidate = Numbered(i);
        i += 7;
        if i % 5 == 0 {
            break candidate;
        }
    };
    println!("found {}", found.0);
    let number = loop {
        break 3;
    };
    println!("{number}");
}
