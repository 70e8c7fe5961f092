// Each frame on the way cleans up, the innermost first.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn descend(depth: i32) {
    let _frame = Numbered(depth);
    if depth == 3 {
        panic!("deep enough");
    }
    descend(depth + 1);
    println!("not reached");
}

fn main() {
    descend(0);
}
