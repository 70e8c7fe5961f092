// Files in a `Vec` are closed in its order, not in reverse.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut files = Vec::new();
    for i in 0..3 {
        let mut file = ManagedFile::create(format!("shard-{i}"))?;
        file.write(format!("shard {i}\n"))?;
        files.push(file);
    }
    println!("{} files", files.len());
    Ok(())
}
