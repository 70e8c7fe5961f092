//@ title: The stack overflows
//@ say: `depth` calls itself until the stack is full. That is no panic: the program dies at once, and Rust drops nothing.
//@ try: Change `1 + depth(node + 1)` on line 7 to `if node < 9 { 1 + depth(node + 1) } else { 1 }`. The calls now end, and `log` is closed.
use leakproof::prelude::*;

fn depth(node: u64) -> u64 {
    1 + depth(node + 1) // never returns
}

fn main() -> Result<()> {
    let mut log = ManagedFile::create("tree.log")?;
    log.write("walking\n")?;
    println!("{}", depth(0));
    log.close()
}
