use leakproof::prelude::*;

fn main() -> Result<()> {
    let opened = ManagedFile::create("log.txt");
    let file = opened?;
    println!("{}", opened.is_ok());
    file.close()
}
