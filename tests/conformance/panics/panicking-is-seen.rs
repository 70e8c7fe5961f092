// A destructor can ask whether it runs because of a panic.
use std::thread;

struct Witness(&'static str);

impl Drop for Witness {
    fn drop(&mut self) {
        println!("{}: panicking is {}", self.0, thread::panicking());
    }
}

fn main() {
    {
        let _calm = Witness("calm");
    }
    let _storm = Witness("storm");
    panic!("now");
}
