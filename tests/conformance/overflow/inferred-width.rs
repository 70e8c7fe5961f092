// The width of a literal comes from where it is used.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn narrow(n: u8) -> u8 {
    let _local = Loud("local");
    let one = 1;
    n + one
}

struct Small {
    value: i8,
}

fn main() {
    let mut small = Small { value: 126 };
    small.value += 1;
    println!("{}", small.value);
    println!("{}", narrow(254));
    let list: Vec<u8> = vec![255, 1];
    println!("{}", list[0] as u32 + 1);
    println!("{}", narrow(list[0]));
}
