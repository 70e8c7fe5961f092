// A destructor may end the process; what is left is not dropped.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Last;

impl Drop for Last {
    fn drop(&mut self) {
        println!("the last word");
        std::process::exit(4);
    }
}

fn main() {
    let _never = Loud("never");
    let _last = Last;
    let _dropped = Loud("dropped");
}
