// The function's scope is the outermost: its parameters go after everything else in it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn function(_first: Loud, _second: Loud) {
    let _local = Loud("local");
    println!("body");
}

fn main() {
    function(Loud("first"), Loud("second"));
    println!("back in main");
}
