//@ title: An error, passed on by `?`
//@ say: The error leaves two functions, and each of them closes what it had open on the way.
//@ file shard-0.csv: 1,2,3
use leakproof::prelude::*;

fn read_shard(i: i32) -> Result<String> {
    let mut shard = ManagedFile::open(format!("shard-{i}.csv"))?;
    shard.read_to_string()
}

fn main() -> Result<()> {
    let mut merged = ManagedFile::create("merged.csv")?;
    for i in 0..3 {
        let rows = read_shard(i)?; // there is no shard-1.csv
        merged.write(rows)?;
        sleep(1);
    }
    println!("all shards merged"); // never reached
    Ok(())
}
