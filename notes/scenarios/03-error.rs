//@ title: An error, returned by `?`
//@ say: `shard-1.csv` does not exist. `?` returns the error from `read_shard`, then from `main`. There Rust drops `merged`, and that closes its file.
//@ try: Change `read_shard(i)?` on line 15 to `read_shard(i).unwrap()`. Now a panic leaves `main`, and Rust drops `merged` all the same.
//@ file shard-0.csv: 1,2,3
use leakproof::prelude::*;

fn read_shard(i: i32) -> Result<String> {
    let mut shard = ManagedFile::open(format!("shard-{i}.csv"))?;
    shard.read_to_string()
}

fn main() -> Result<()> {
    let mut merged = ManagedFile::create("merged.csv")?;
    for i in 0..3 {
        let rows = read_shard(i)?; // shard-1.csv does not exist
        merged.write(rows)?;
        sleep(1);
    }
    println!("all shards merged"); // never reached
    Ok(())
}
