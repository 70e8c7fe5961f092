// A builder, defaults within defaults, and the rest of a struct taken from another.
#[derive(Debug, Default, Clone, PartialEq)]
struct Config {
    name: String,
    retries: u32,
    verbose: bool,
    tags: Vec<String>,
    inner: Inner,
}
#[derive(Debug, Clone, PartialEq)]
struct Inner {
    ratio: f32,
    mode: Mode,
}
impl Default for Inner {
    fn default() -> Self {
        Inner { ratio: 0.5, mode: Mode::default() }
    }
}
#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Mode {
    #[default]
    Fast,
    Slow,
}
#[derive(Default)]
struct Builder {
    name: Option<String>,
    retries: Option<u32>,
}
impl Builder {
    fn name(mut self, n: impl Into<String>) -> Self {
        self.name = Some(n.into());
        self
    }
    fn retries(mut self, n: u32) -> Self {
        self.retries.replace(n);
        self
    }
    fn build(self) -> Result<Config, String> {
        Ok(Config {
            name: self.name.ok_or("no name")?,
            retries: self.retries.unwrap_or(3),
            ..Default::default()
        })
    }
}
struct L(u8);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct Two {
    a: L,
    b: L,
    c: u8,
}
fn main() {
    println!("{:#?}", Builder::default().name("x").retries(7).build());
    println!("{:?}", Builder::default().build());
    let c = Config { verbose: true, ..Config::default() };
    println!("{c:?} {}", c == c.clone());
    let base = Two { a: L(1), b: L(2), c: 3 };
    let t = Two { a: L(9), ..base };
    println!("{} {}", t.c, t.b.0);
    let mut o = Some(L(4));
    let old = o.insert(L(5));
    println!("{}", old.0);
    if let Some(x) = o.as_mut() {
        x.0 = 6;
    }
    let r = o.replace(L(7));
    println!("{}", r.map_or(0, |l| l.0));
    let got = o.take();
    println!("{} {}", o.is_none(), got.is_some());
    let l = o.get_or_insert_with(|| L(8));
    println!("{}", l.0);
    let z = std::mem::take(&mut vec![1, 2]);
    println!("{z:?} {:?}", Mode::Slow);
}
