// A destructuring assignment assigns from left to right; `_` drops its part with the statement.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut a = Loud("old a");
    let mut b = Loud("old b");
    (a, b) = (Loud("new a"), Loud("new b"));
    println!("{} {}", a.0, b.0);
    (a, _) = (Loud("third a"), Loud("thrown away"));
    println!("{} {}", a.0, b.0);
    [a, b] = [Loud("fourth a"), Loud("fourth b")];
    println!("{} {}", a.0, b.0);
}
