// An exit stack releases in reverse, however many it holds.
use leakproof::prelude::*;

fn main() -> Result<()> {
    with(ExitStack::new(), |stack| {
        let mut shards = Vec::new();
        for i in 0..3 {
            let shard = stack.hold(Opening::create(&format!("shard-{i}")))?;
            shard.get()?.write(format!("{i}"))?;
            shards.push(shard);
        }
        stack.defer(|_ending| {
            println!("deferred");
            Ok(())
        });
        println!("{} shards", shards.len());
        Ok(())
    })
}
