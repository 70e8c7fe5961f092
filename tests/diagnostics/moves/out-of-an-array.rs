struct Noisy(i32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let list = [Noisy(1), Noisy(2)];
    let one = list[0];
    println!("{}", one.0);
}
