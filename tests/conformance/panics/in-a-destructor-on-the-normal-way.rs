// A panic in a destructor on the normal way out: the other variables are still dropped.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Bad;

impl Drop for Bad {
    fn drop(&mut self) {
        println!("drop bad");
        panic!("cannot clean up");
    }
}

fn main() {
    let _first = Loud("first");
    let _bad = Bad;
    let _last = Loud("last");
    println!("end of main");
}
