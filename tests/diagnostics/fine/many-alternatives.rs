fn main() {
    let on = "on".len() == 2;
    let all = (on, on, on, on, on, on, on, on, on, on, on, on);
    match all {
        (
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
            true | true,
        ) => println!("all"),
        _ => println!("some"),
    }
}
