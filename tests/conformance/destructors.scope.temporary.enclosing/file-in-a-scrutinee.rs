// A file in the scrutinee of a `match` stays open through the arms.
use leakproof::prelude::*;

fn main() -> Result<()> {
    fs::write("model", "v1")?;
    match ManagedFile::open("model")?.read_to_string()?.as_str() {
        "v1" => fs::write("other", "the model is still open")?,
        _ => println!("not reached"),
    }
    println!("closed");
    Ok(())
}
