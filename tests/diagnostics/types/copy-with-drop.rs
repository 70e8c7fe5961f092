#[derive(Clone, Copy)]
struct Loud;

impl Drop for Loud {
    fn drop(&mut self) {}
}

fn main() {
    let _loud = Loud;
}
