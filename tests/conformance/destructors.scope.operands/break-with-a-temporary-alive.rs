// A `break` out of an argument drops the temporaries of the statement it leaves.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn pair(a: &Loud, b: &Loud) {
    println!("{} {}", a.0, b.0);
}

fn main() {
    for i in 0..3 {
        pair(&Loud("kept for the statement"), &if i == 1 { break } else { Loud("other") });
    }
    println!("after the loop");
}
