// A clone is a value of its own, with a drop of its own.
#[derive(Clone)]
struct Tag(String);

impl Drop for Tag {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let original = Tag(String::from("original"));
    let mut copy = original.clone();
    copy.0.push_str(" (copy)");
    drop(original);
    println!("have {}", copy.0);
}
