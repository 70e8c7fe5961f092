// A file is read by parts, written to, and read again.
//@ file in.txt: one
use leakproof::prelude::*;
struct Logger {
    file: ManagedFile,
    lines: u32,
}
impl Logger {
    fn new(p: &str) -> Result<Self> {
        Ok(Logger { file: ManagedFile::create(p)?, lines: 0 })
    }
    fn log(&mut self, s: &str) -> Result<()> {
        self.lines += 1;
        self.file.write(&format!("{}: {s}\n", self.lines))
    }
    fn finish(self) -> Result<u32> {
        let n = self.lines;
        self.file.close()?;
        Ok(n)
    }
}
fn copy(from: &str, to: &str) -> Result<usize> {
    let mut src = ManagedFile::open(from)?;
    let mut dst = ManagedFile::create(to)?;
    let text = src.read_to_string()?;
    dst.write(&text)?;
    Ok(text.len())
}
fn many(n: usize) -> Result<Vec<ManagedFile>> {
    (0..n).map(|i| ManagedFile::create(format!("f{i}"))).collect()
}
fn main() -> Result<()> {
    let mut log = Logger::new("log")?;
    log.log("a")?;
    log.log("b")?;
    println!("{}", log.finish()?);
    println!("{:?}", fs::read_to_string("log")?);
    println!("{:?}", copy("in.txt", "out.txt"));
    match copy("missing", "x") {
        Ok(_) => println!("?"),
        Err(e) => println!("{e} {:?}", e.kind()),
    }
    let files = many(3)?;
    println!("{}", files.len());
    for f in &files {
        println!("{}", f.path());
    }
    drop(files);
    let r = with(Opening::create("w"), |f| {
        f.write("x")?;
        Err::<(), _>(Error::other("body failed"))
    });
    println!("{r:?}");
    let maybe: Option<ManagedFile> = ManagedFile::open("nope").ok();
    println!("{}", maybe.is_none());
    let mut opt = Some(ManagedFile::create("opt")?);
    if let Some(f) = opt.as_mut() {
        f.write("hey")?;
    }
    let taken = opt.take();
    println!("{} {}", opt.is_some(), taken.is_some());
    opt.replace(ManagedFile::create("opt2")?);
    let old = std::mem::replace(&mut opt, None);
    println!("{}", old.is_some());
    let mut map = std::collections::BTreeMap::new();
    map.insert("k", ManagedFile::create("mapped")?);
    map.get_mut("k").unwrap().write("v")?;
    map.remove("k");
    println!("removed");
    let b: Box<ManagedFile> = Box::new(ManagedFile::create("boxed")?);
    println!("{}", b.path());
    {
        let rc = std::rc::Rc::new(std::cell::RefCell::new(ManagedFile::create("rc")?));
        let r2 = rc.clone();
        r2.borrow_mut().write("1")?;
        rc.borrow_mut().write("2")?;
    }
    println!("{}", fs::read_to_string("rc")?);
    let man = std::mem::ManuallyDrop::new(ManagedFile::create("manual")?);
    println!("{}", man.path());
    let mut stack = ExitStack::new();
    let h = stack.hold(Opening::create("s1"))?;
    h.get()?;
    stack.defer(|_| {
        println!("deferred");
        Ok(())
    });
    stack.close()?;
    let lock = ManagedLock::exclusive("l");
    println!("{}", lock.is_ok());
    let e = ManagedFile::create("dir/x").unwrap_err();
    println!("{e}");
    fs::create_dir_all("d/e")?;
    println!("{:?}", fs::read_dir("d")?);
    Ok(())
}
