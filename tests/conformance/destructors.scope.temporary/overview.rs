// Temporaries live as long as the statement, condition, operand or tail they are made in.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn truth(of: &Loud) -> bool {
    println!("look at {}", of.0);
    true
}

fn main() {
    truth(&Loud("statement"));
    if truth(&Loud("condition")) {
        println!("then");
    }
    let both = truth(&Loud("left operand")) && truth(&Loud("right operand"));
    println!("{both}");
    let tail = { truth(&Loud("tail")) };
    println!("{tail}");
}
