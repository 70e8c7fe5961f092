// What `shards` refers to is gone, and its slot refers to itself.
use leakproof::prelude::*;

fn main() -> Result<()> {
    with(ExitStack::new(), |stack| {
        let shards: Vec<i32> = Vec::new();
        stack.defer(|_ending| {
            shards(())
        });
        Ok(())
    })
}
