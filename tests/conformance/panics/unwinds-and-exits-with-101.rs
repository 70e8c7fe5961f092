// A panic that leaves `main` ends the program with status 101, after unwinding.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _local = Loud("local");
    println!("before");
    panic!("the reason is {}", 42);
}
