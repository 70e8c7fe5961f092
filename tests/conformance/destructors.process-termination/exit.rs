// `process::exit` ends the process where it stands: no destructor runs.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _local = Loud("local");
    println!("before");
    std::process::exit(3);
}
