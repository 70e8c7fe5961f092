// Even while a panic travels.
struct Last;

impl Drop for Last {
    fn drop(&mut self) {
        std::process::exit(9);
    }
}

fn main() {
    let _last = Last;
    panic!("on the way");
}
