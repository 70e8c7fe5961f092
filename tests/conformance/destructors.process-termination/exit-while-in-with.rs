// Not even `with` gets to clean up.
use leakproof::prelude::*;

fn main() -> Result<()> {
    with(Opening::create("a"), |file| {
        file.write("half")?;
        println!("leaving");
        std::process::exit(2)
    })
}
