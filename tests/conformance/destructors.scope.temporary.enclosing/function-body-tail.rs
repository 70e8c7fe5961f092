// The temporaries of a function's tail are dropped before its variables.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn length(of: &Loud) -> usize {
    of.0.len()
}

fn tail() -> usize {
    let _local = Loud("local");
    length(&Loud("tail"))
}

fn returned() -> usize {
    let _local = Loud("local");
    return length(&Loud("operand of return"));
}

fn main() {
    println!("{}", tail());
    println!("{}", returned());
}
