struct Loud;

impl Dropp for Loud {
    fn drop(&mut self) {}
}

fn main() {
    let _loud = Loud;
}
