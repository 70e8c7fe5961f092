use leakproof::prelude::*;

fn main() {
    let _file = ManagedFile::create("log.txt").unwrap();
    loop {}
}
