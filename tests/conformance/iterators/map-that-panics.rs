// A panic in the middle of an iteration drops what is left of it.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let list = vec![Numbered(1), Numbered(2), Numbered(3)];
    let total: i32 = list
        .into_iter()
        .map(|item| if item.0 == 2 { panic!("cannot do {}", item.0) } else { item.0 })
        .sum();
    println!("{total}");
}
