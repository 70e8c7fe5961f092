// The scrutinee's temporaries live through the consequent, and go after its variables.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn look(at: &Loud) -> Option<usize> {
    Some(at.0.len())
}

fn main() {
    if let Some(length) = look(&Loud("scrutinee")) {
        let _local = Loud("local of the consequent");
        println!("length {length}");
    }
    println!("after the if");
}
