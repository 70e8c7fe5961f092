struct Loud;

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop");
    }
}

fn main() {
    let loud = Loud;
    loud.drop();
}
