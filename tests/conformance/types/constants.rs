// Constants are made anew at each use, and a constant with a destructor is dropped at each.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

const LIMIT: usize = 3;
const TEMPLATE: Loud = Loud("template");

fn main() {
    let sizes = [0_u8; LIMIT];
    println!("{} {}", sizes.len(), LIMIT * 2);
    let _kept = TEMPLATE;
    println!("{}", TEMPLATE.0);
    println!("end of main");
}
