// `with` enters, runs the body, exits, and hands on what the body returned.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let length = with(Opening::create("a"), |file| {
        file.write("12345")?;
        Ok(5)
    })?;
    println!("{length} {}", fs::read_to_string("a")?);
    let failed: Result<()> = with(Opening::create("b"), |file| {
        file.write("half")?;
        Err(Error::other("the body fails"))
    });
    println!("{}", failed.unwrap_err());
    println!("{}", fs::read_to_string("b")?);
    Ok(())
}
