enum State {
    Open,
    Closed,
    Broken(i32),
}

fn main() {
    let state = State::Open;
    match state {
        State::Open => println!("open"),
        State::Closed => println!("closed"),
    }
    let _ = State::Broken(1);
}
