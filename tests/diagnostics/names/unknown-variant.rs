enum State {
    Open,
    Closed,
}

fn main() {
    let state = State::Opened;
    match state {
        State::Open => println!("open"),
        State::Closed => println!("closed"),
    }
}
