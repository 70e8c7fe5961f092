// Showing a value does not move it.
#[derive(Debug)]
enum Item {
    Named { name: String, size: usize },
    Plain(i32),
}

impl Drop for Item {
    fn drop(&mut self) {
        println!("drop {self:?}");
    }
}

fn main() {
    let items = vec![Item::Plain(1), Item::Named { name: String::from("n"), size: 2 }];
    println!("{items:?}");
    println!("{:?}", items[1]);
    let text = format!("{:?}", items.first());
    println!("{text}");
}
