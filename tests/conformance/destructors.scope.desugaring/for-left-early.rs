// When `break` leaves a `for`, the current item is dropped first, then those not yet reached.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    for item in vec![Numbered(1), Numbered(2), Numbered(3), Numbered(4)] {
        if item.0 == 2 {
            println!("leaving at {}", item.0);
            break;
        }
        println!("turn {}", item.0);
    }
    println!("after the loop");
}
