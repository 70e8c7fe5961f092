enum State {
    Open,
    Closed(i32),
}

fn main() {
    let state = State::Open;
    match state {
        State::Open => println!("open"),
        State::Close(code) => println!("{code}"),
    }
    let _ = State::Closed(1);
}
