// If an acquisition fails, the stack releases what it had.
use leakproof::prelude::*;

fn main() {
    let outcome = with(ExitStack::new(), |stack| {
        stack.hold(Opening::create("first"))?;
        stack.defer(|ending| {
            match ending {
                Ending::Returned => println!("returned"),
                Ending::Failed(error) => println!("failed: {error}"),
                Ending::Panicked => println!("panicked"),
            }
            Ok(())
        });
        stack.hold(Opening::open("missing"))?;
        println!("not reached");
        Ok(())
    });
    println!("{}", outcome.is_err());
}
