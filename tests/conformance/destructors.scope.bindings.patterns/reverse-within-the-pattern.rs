// Within one pattern, variables are dropped in reverse order too.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let (_first, (_second, _third)) = (Loud("first"), (Loud("second"), Loud("third")));
    println!("end of main");
}
