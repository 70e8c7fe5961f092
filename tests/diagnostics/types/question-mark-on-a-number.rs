use leakproof::prelude::*;

fn main() -> Result<()> {
    let n = 3;
    let m = n?;
    println!("{m}");
    Ok(())
}
