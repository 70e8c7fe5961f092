use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut all = Vec::new();
    for i in 0..20 {
        all.push(ManagedFile::create(format!("f{i}"))?);
    }
    Ok(())
}
