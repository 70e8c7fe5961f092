// Rarer ways to go over lists and maps of what has a destructor.
use std::collections::BTreeMap;
struct Loud(i32);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn main() {
    let mut made = 10;
    let mut list = vec![Loud(1)];
    list.resize_with(3, || {
        made += 1;
        Loud(made)
    });
    list.resize_with(2, || unreachable!());
    println!("{}", list.len());
    let mut map: BTreeMap<i32, Loud> = (0..3).map(|n| (n, Loud(20 + n))).collect();
    if let Some(mut entry) = map.first_entry() {
        entry.get_mut().0 += 100;
        println!("{} {}", entry.key(), entry.get().0);
    }
    if let Some(entry) = map.last_entry() {
        println!("removed {}", entry.remove().0);
    }
    println!("{}", map.len());
    let numbers = [1, 1, 2, 3, 3];
    println!("{:?}", numbers.chunk_by(|a, b| a == b).collect::<Vec<_>>());
    println!("{:?}", numbers.rchunks(2).collect::<Vec<_>>());
    println!("{}", numbers.iter().rfold(0, |sum, n| sum * 10 + n));
    println!("{:?}", std::iter::zip([1, 2], ["a", "b"]).collect::<Vec<_>>());
    let empty = [const { None::<Loud> }; 2];
    println!("{}", empty.iter().filter(|one| one.is_none()).count());
    let names = vec![Some("ann"), None];
    for name in &names {
        println!("<{}>", name.map(|name| format!("hello {name}")).unwrap_or_default());
    }
}
