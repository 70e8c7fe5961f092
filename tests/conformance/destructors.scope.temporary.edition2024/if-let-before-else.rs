// The temporaries of an `if let` are dropped before its `else` block.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn look(at: &Loud, found: bool) -> Option<usize> {
    if found { Some(at.0.len()) } else { None }
}

fn main() {
    if let Some(length) = look(&Loud("found"), true) {
        println!("then with {length}");
    } else {
        println!("else");
    }
    if let Some(length) = look(&Loud("not found"), false) {
        println!("then with {length}");
    } else {
        println!("else");
    }
}
