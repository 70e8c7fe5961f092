// An enum may have a `drop` of its own; it runs before the fields of the variant are dropped.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum State {
    Idle,
    Busy(Loud),
}

impl Drop for State {
    fn drop(&mut self) {
        match self {
            State::Idle => println!("drop an idle state"),
            State::Busy(work) => println!("drop a state busy with {}", work.0),
        }
    }
}

fn main() {
    let _idle = State::Idle;
    let _busy = State::Busy(Loud("work"));
}
