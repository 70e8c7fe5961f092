// Elements leave a `Vec` by methods; the others stay.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut list = vec![Numbered(0), Numbered(1), Numbered(2), Numbered(3)];
    let last = list.pop();
    let second = list.remove(1);
    let first = list.swap_remove(0);
    println!("{} {} {}", last.is_some(), second.0, first.0);
    println!("{} left", list.len());
}
