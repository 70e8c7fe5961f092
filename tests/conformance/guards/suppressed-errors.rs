// An error in closing is attached to the one that already travels.
//@ fail close 1: no space
use leakproof::prelude::*;

fn main() {
    let outcome: Result<()> = with(Opening::create("a"), |file| {
        file.write("data")?;
        Err(Error::other("the body fails"))
    });
    match outcome {
        Ok(()) => println!("fine"),
        Err(error) => {
            println!("{error}");
            println!("{} suppressed", error.suppressed().len());
            println!("{error:?}");
        }
    }
}
