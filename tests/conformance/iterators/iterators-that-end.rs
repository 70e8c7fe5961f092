// Iterators of one's own end when they have nothing more to give.
struct Reader {
    name: &'static str,
    left: u32,
}
impl Iterator for Reader {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        self.left = self.left.checked_sub(1)?;
        Some(self.left)
    }
}
impl Drop for Reader {
    fn drop(&mut self) {
        println!("close {} with {} left", self.name, self.left);
    }
}
fn open(name: &'static str, left: u32) -> Reader {
    println!("open {name}");
    Reader { name, left }
}
fn main() {
    for n in open("a", 2).chain(open("b", 1)) {
        println!("{n}");
    }
    println!("-- flat_map");
    for n in [("c", 1), ("d", 2)].into_iter().flat_map(|(n, k)| open(n, k)) {
        println!("{n}");
    }
    println!("-- take");
    let v: Vec<u32> = open("e", 5).take(2).collect();
    println!("{v:?}");
    println!("-- zip");
    println!("{}", open("f", 2).zip(open("g", 3)).count());
    println!("-- by_ref");
    let mut r = open("h", 3);
    println!("{:?}", r.by_ref().take(1).collect::<Vec<_>>());
    println!("{}", r.left);
    drop(r);
    println!("-- last, sum, max");
    println!("{:?} {} {:?}", open("i", 2).last(), open("j", 3).sum::<u32>(), open("k", 2).max());
    let mut c = open("l", 1).chain(open("m", 1));
    println!("{:?} {:?} {:?} {:?}", c.next(), c.next(), c.next(), c.next());
    println!("-- fuse, while let");
    let mut it = open("n", 2).map(|n| n * 10);
    while let Some(n) = it.next() {
        println!("{n}");
        if n == 10 {
            break;
        }
    }
    println!("-- rest");
    let rest: Vec<u32> = it.collect();
    println!("{rest:?}");
}
