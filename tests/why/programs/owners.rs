use leakproof::prelude::*;
use std::rc::Rc;

struct Pair {
    input: ManagedFile,
    count: i32,
}

struct Store {
    files: Vec<ManagedFile>,
}

impl Store {
    fn add(&mut self, path: &str) -> Result<()> {
        self.files.push(ManagedFile::create(path)?);
        Ok(())
    }
}

fn make() -> Result<ManagedFile> {
    let made = ManagedFile::create("made")?;
    Ok(made)
}

fn take(file: ManagedFile) {
    println!("{}", file.path());
}

fn main() -> Result<()> {
    let mut files = Vec::new();
    for i in 0..2 {
        let file = ManagedFile::create(format!("f{i}"))?;
        files.push(file);
    }
    files[1].write("x")?;
    let pair = Pair { input: ManagedFile::create("input")?, count: 1 };
    let shared = Rc::new(ManagedFile::create("shared")?);
    let second = Rc::clone(&shared);
    drop(shared);
    take(make()?);
    ManagedFile::create("statement")?.write("x")?;
    let _ = ManagedFile::create("underscore")?;
    let mut assigned = ManagedFile::create("first")?;
    assigned = ManagedFile::create("second")?;
    let mut store = Store { files: Vec::new() };
    store.add("stored")?;
    store.files[0].write("y")?;
    drop(assigned);
    println!("{} {}", pair.count, second.path());
    Ok(())
}
