// `write!` and `writeln!` into a file.
use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut file = ManagedFile::create("table")?;
    for row in 1..=2 {
        write!(file, "{row}:")?;
        writeln!(file, " {:>4}", row * row)?;
    }
    file.close()?;
    print!("{}", fs::read_to_string("table")?);
    Ok(())
}
