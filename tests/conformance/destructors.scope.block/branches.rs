// Each branch of an `if` is a block with variables of its own.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn choose(which: bool) {
    if which {
        let _yes = Loud("yes");
        println!("chosen");
    } else {
        let _no = Loud("no");
        println!("not chosen");
    }
    println!("after the if");
}

fn main() {
    choose(true);
    choose(false);
}
