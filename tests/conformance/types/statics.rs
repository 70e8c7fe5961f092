// A `static` lives to the end and is never dropped; atomics change in it.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
static DROPS: AtomicUsize = AtomicUsize::new(0);
static SEEN: AtomicBool = AtomicBool::new(false);
static NAMES: [&str; 3] = ["a", "b", "c"];
static GREETING: &str = "hello";
const LIMIT: usize = 3;
const TABLE: &[(i32, &str)] = &[(1, "one"), (2, "two")];
struct Counted;
impl Drop for Counted {
    fn drop(&mut self) {
        let n = DROPS.fetch_add(1, Ordering::SeqCst);
        println!("drop number {}", n + 1);
    }
}
fn make() -> Vec<Counted> {
    (0..LIMIT).map(|_| Counted).collect()
}
fn main() {
    {
        let _v = make();
        println!("{}", DROPS.load(Ordering::SeqCst));
    }
    println!("{}", DROPS.load(Ordering::Relaxed));
    SEEN.store(true, Ordering::Release);
    println!("{} {}", SEEN.load(Ordering::Acquire), SEEN.swap(false, Ordering::AcqRel));
    println!("{} {} {}", NAMES[1], NAMES.len(), GREETING.len());
    for (n, s) in TABLE {
        println!("{n} {s}");
    }
    for n in NAMES.iter() {
        print!("{n} ");
    }
    println!();
    println!("{:?}", DROPS.compare_exchange(3, 10, Ordering::SeqCst, Ordering::SeqCst));
    println!("{:?}", DROPS);
}
