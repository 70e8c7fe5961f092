// An expression that is left half-way drops the operands that are already there, in reverse order.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    loop {
        let _never = (Loud("first"), (Loud("second"), Loud("third"), break), Loud("not made"));
    }
    println!("after the loop");
}
