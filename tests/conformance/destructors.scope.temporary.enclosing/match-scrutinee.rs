// The scrutinee of a `match` is no scope of its own: its temporaries live until the end of the
// statement around.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn length(of: &Loud) -> usize {
    of.0.len()
}

fn main() {
    match length(&Loud("scrutinee")) {
        9 => println!("nine"),
        _ => println!("other"),
    }
    println!("after the match");
    let text = match length(&Loud("another")) {
        7 => "seven",
        _ => "other",
    };
    println!("{text}");
}
