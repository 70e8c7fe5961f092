// `Ok` is status 0.
use leakproof::prelude::*;

fn main() -> Result<()> {
    fs::write("a", "b")?;
    println!("{}", fs::exists("a"));
    Ok(())
}
