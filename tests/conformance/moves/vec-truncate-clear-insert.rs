// What `truncate`, `clear` and an assignment to an element throw out is dropped at once.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut list = vec![Numbered(0), Numbered(1), Numbered(2)];
    list.truncate(2);
    println!("truncated");
    list[0] = Numbered(10);
    println!("replaced");
    list.insert(1, Numbered(5));
    println!("{:?}", list.iter().map(|item| item.0).collect::<Vec<_>>());
    list.clear();
    println!("cleared");
}
