// Any error that can be shown for debugging will do.
#[derive(Debug)]
enum Problem {
    TooLarge { value: i32, limit: i32 },
}

fn check(value: i32) -> Result<i32, Problem> {
    if value > 10 { Err(Problem::TooLarge { value, limit: 10 }) } else { Ok(value) }
}

fn main() -> Result<(), Problem> {
    println!("{}", check(5)?);
    println!("{}", check(50)?);
    Ok(())
}
