// `_` binds nothing: the value is a temporary. `_name` is a variable like others.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _ = Loud("not bound");
    println!("after the first");
    let _bound = Loud("bound");
    println!("after the second");
    let _ = _bound;
    println!("`_` did not move it");
}
