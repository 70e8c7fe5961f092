//@ disk: 12 B
//@ file old.txt: 1234
use leakproof::prelude::*;

fn main() -> Result<()> {
    fs::create_dir("logs")?;
    let mut file = ManagedFile::create("logs/a.txt")?;
    file.write("12345")?;
    file.flush()?;
    fs::rename("logs/a.txt", "old.txt")?;
    fs::remove_file("old.txt")?;
    file.write("1234567890")?;
    println!("{:?}", file.flush());
    println!("{:?}", fs::remove_file("none.txt"));
    println!("{:?}", ManagedFile::open("logs").is_err());
    println!("{:?}", file.read_to_string().is_err());
    file.close()
}
