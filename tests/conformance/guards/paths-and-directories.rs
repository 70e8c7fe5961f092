// Directories, renames, and what is there.
use leakproof::prelude::*;

fn main() -> Result<()> {
    fs::create_dir_all("runs/1/logs")?;
    fs::write("runs/1/tmp", "result")?;
    fs::rename("runs/1/tmp", "runs/1/final")?;
    println!("{:?}", fs::read_dir("runs/1")?);
    println!("{} {}", fs::exists("runs/1/tmp"), fs::read_to_string("runs/1/final")?);
    fs::remove_file("runs/1/final")?;
    match fs::read_to_string("runs/1/final") {
        Ok(text) => println!("{text}"),
        Err(error) => println!("{error}"),
    }
    match fs::create_dir("runs") {
        Ok(()) => println!("made again"),
        Err(error) => println!("{error} {:?}", error.kind() == Some(ErrorKind::AlreadyExists)),
    }
    Ok(())
}
