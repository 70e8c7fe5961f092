// What a pattern skips with `..` or `_` stays in the value it is matched against.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let tuple = (Loud("0"), Loud("1"), Loud("2"));
    {
        let (first, ..) = tuple;
        println!("took {}", first.0);
    }
    println!("the rest is still there");
    let (_, second, _) = tuple;
    println!("took {}", second.0);
}
