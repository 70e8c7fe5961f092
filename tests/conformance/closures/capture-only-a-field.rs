// A closure captures the field it uses, not the whole.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    left: Loud,
    right: Loud,
}

fn show(loud: &Loud) {
    println!("has {}", loud.0);
}

fn main() {
    let pair = Pair { left: Loud("left"), right: Loud("right") };
    {
        let closure = move || show(&pair.left);
        closure();
        println!("end of the block");
    }
    println!("right is still here: {}", pair.right.0);
}
