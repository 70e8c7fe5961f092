// A function has scopes of its own, and so has a closure.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn function(parameter: Loud) {
    let _local = Loud("local of the function");
    println!("function with {}", parameter.0);
}

fn main() {
    let closure = |parameter: Loud| {
        let _local = Loud("local of the closure");
        println!("closure with {}", parameter.0);
    };
    function(Loud("argument of the function"));
    closure(Loud("argument of the closure"));
    println!("end of main");
}
