use std::process;

struct Failing;

impl Failing {
    fn fail(&self) -> ! {
        process::exit(0)
    }
}

fn stop() -> ! {
    panic!("no")
}

fn pick(n: i32) -> i32 {
    if n > 0 {
        return n;
    }
    if n < -5 {
        Failing.fail();
    }
    stop();
}

fn main() {
    let name = String::from("a");
    if pick(1) > 3 {
        drop(name);
        process::exit(1);
    }
    println!("{name}");
}
