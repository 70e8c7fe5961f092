// A receiver by value waits for the arguments; if one of them leaves, it is dropped.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Loud {
    fn join(self, other: i32) -> i32 {
        println!("join {}", self.0);
        other
    }
}

fn parse(text: &str) -> Option<i32> {
    let _local = Loud("local");
    Some(Loud("receiver").join(text.parse().ok()?))
}

fn main() {
    println!("{:?}", parse("12"));
    println!("{:?}", parse("twelve"));
}
