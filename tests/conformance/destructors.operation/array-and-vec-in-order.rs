// The elements of an array and of a `Vec` are dropped from the first to the last.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _vec = vec![Loud("vec 0"), Loud("vec 1"), Loud("vec 2")];
    let _array = [Loud("array 0"), Loud("array 1")];
    println!("end of main");
}
