// Or-patterns declare their variables in the order of the first alternative, whichever matches.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn order(either: Result<(Loud, Loud), (Loud, Loud)>) {
    let (Ok((_x, _y)) | Err((_y, _x))) = either;
    println!("bound");
}

fn main() {
    order(Ok((Loud("x"), Loud("y"))));
    order(Err((Loud("y"), Loud("x"))));
}
