// The arguments that were evaluated before a `?` failed are dropped.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn fail(name: &'static str) -> Result<Loud, String> {
    Err(format!("no {name}"))
}

fn combine(_a: Loud, _b: Loud, _c: Loud) {
    println!("not reached");
}

fn run() -> Result<(), String> {
    let _local = Loud("local");
    combine(Loud("a"), Loud("b"), fail("c")?);
    Ok(())
}

fn main() {
    println!("{:?}", run());
}
