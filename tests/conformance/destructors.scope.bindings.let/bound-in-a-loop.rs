// A `let` in the body of a loop is dropped at the end of each turn.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut i = 0;
    loop {
        let turn = Numbered(i);
        i += 1;
        if i == 2 {
            continue;
        }
        if i == 4 {
            break;
        }
        println!("end of turn {}", turn.0);
    }
    println!("after the loop");
}
