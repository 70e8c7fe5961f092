//@ title: The stack overflows
//@ say: A recursion without an end takes its files along. No panic is raised, so nothing unwinds.
use leakproof::prelude::*;

fn depth(node: u64) -> u64 {
    1 + depth(node + 1) // there is always one more
}

fn main() -> Result<()> {
    let mut log = ManagedFile::create("tree.log")?;
    log.write("walking\n")?;
    println!("{}", depth(0));
    log.close()
}
