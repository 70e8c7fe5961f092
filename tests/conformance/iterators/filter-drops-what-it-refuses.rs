// Items by value that a filter refuses are dropped on the spot.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let list = vec![Numbered(1), Numbered(2), Numbered(3), Numbered(4)];
    let kept: Vec<Numbered> = list.into_iter().filter(|item| item.0 % 2 == 0).collect();
    println!("{} kept", kept.len());
    for item in kept.iter() {
        println!("has {}", item.0);
    }
}
