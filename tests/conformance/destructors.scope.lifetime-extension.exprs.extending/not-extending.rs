// A method's receiver, a call's argument and a scrutinee do not extend.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Loud {
    fn length(&self) -> usize {
        self.0.len()
    }
}

fn same(number: usize) -> usize {
    number
}

fn main() {
    let a = (&Loud("receiver")).length();
    println!("{a}");
    let b = same((&Loud("argument")).0.len());
    println!("{b}");
    let c = match &Loud("scrutinee") {
        loud => loud.0.len(),
    };
    println!("{c}");
}
