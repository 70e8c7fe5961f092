// A panic that leaves a destructor while another one travels ends the process: nothing more is
// dropped.
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
        panic!("second");
    }
}

fn main() {
    let _first = Loud("first");
    let _bad = Bad;
    let _last = Loud("last");
    panic!("first panic");
}
