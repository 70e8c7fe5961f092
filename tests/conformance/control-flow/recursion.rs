// Each call has variables of its own.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn sum(n: i32) -> i32 {
    let _frame = Numbered(n);
    if n == 0 { 0 } else { n + sum(n - 1) }
}

fn main() {
    println!("{}", sum(3));
}
