use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut file = ManagedFile::create("two\nlines `x`")?;
    file.write([0xff, 0x00, 0x41])?;
    file.write("a\\b\t\"c\"\r\n")?;
    file.write("x".repeat(9000))?;
    eprintln!("{}", "long ".repeat(20));
    Err(Error::other("a `tick`\nand more"))
}
