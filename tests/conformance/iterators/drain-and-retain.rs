// `drain` takes out, `retain` throws out.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut list: Vec<Numbered> = (0..5).map(Numbered).collect();
    for item in list.drain(1..3) {
        println!("drained {}", item.0);
    }
    println!("{} left", list.len());
    list.retain(|item| item.0 != 3);
    println!("retained {}", list.len());
    list.extend([Numbered(7), Numbered(8)]);
    println!("{}", list.iter().map(|item| item.0.to_string()).collect::<Vec<_>>().join(","));
}
