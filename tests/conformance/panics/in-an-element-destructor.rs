// If one element panics while it is dropped, the other elements still go.
struct Touchy(i32);

impl Drop for Touchy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        if self.0 == 1 {
            panic!("element {} panics", self.0);
        }
    }
}

fn main() {
    let _before = Touchy(10);
    let _list = vec![Touchy(0), Touchy(1), Touchy(2)];
    println!("end of main");
}
