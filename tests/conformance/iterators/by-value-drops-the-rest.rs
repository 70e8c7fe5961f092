// An iterator that owns its items drops those it did not give out.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut iter = vec![Numbered(1), Numbered(2), Numbered(3)].into_iter();
    let first = iter.next();
    println!("{}", first.is_some());
    drop(iter);
    println!("the iterator is gone");
}
