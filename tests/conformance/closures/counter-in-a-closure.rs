// A `move` closure has a copy of its own.
fn main() {
    let mut n = 1;
    let mut next = move || {
        n *= 2;
        n
    };
    println!("{} {} {}", next(), next(), next());
    println!("{n}");
    n += 1;
    println!("{n}");
}
