use leakproof::prelude::*;

fn main() -> Result<()> {
    let mut stack = ExitStack::new();
    let opening = Opening::create("a.txt");
    let held = stack.hold(opening)?;
    drop(stack);
    held.get()?.write("x")?;
    stack.close()
}
