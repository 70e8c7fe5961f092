// Entries of maps, sets, and a queue with two ends: what is replaced or removed is dropped.
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque, hash_map::Entry};
struct L(i32);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    A,
    B(u8),
}
#[derive(Default, Debug)]
struct Stats {
    words: HashMap<String, usize>,
    lines: Vec<String>,
    total: u64,
    seen: BTreeSet<char>,
}
impl Stats {
    fn add(&mut self, line: &str) {
        for w in line.split_whitespace() {
            *self.words.entry(w.to_string()).or_insert(0) += 1;
            self.total += w.len() as u64;
            self.seen.extend(w.chars());
        }
        self.lines.push(line.to_owned());
    }
}
fn group(words: &[&str]) -> BTreeMap<usize, Vec<String>> {
    let mut m: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for w in words {
        m.entry(w.len()).or_default().push(w.to_string());
    }
    m
}
fn main() {
    let mut s = Stats::default();
    s.add("the cat the dog");
    s.add("a cat");
    let mut w: Vec<_> = s.words.iter().collect();
    w.sort();
    println!("{w:?} {} {:?} {}", s.total, s.seen, s.lines.len());
    println!("{:?}", group(&["a", "bb", "c", "dd", "eee"]));
    let mut m = BTreeMap::from([(3, L(3)), (1, L(1)), (2, L(2))]);
    if let Some(l) = m.get_mut(&2) {
        l.0 = 22;
    }
    m.insert(1, L(11));
    println!("inserted");
    let r = m.remove(&3);
    println!("{:?}", r.as_ref().map(|l| l.0));
    drop(r);
    println!("{:?} {:?}", m.keys().collect::<Vec<_>>(), m.values().map(|l| l.0).sum::<i32>());
    for (k, v) in &mut m {
        v.0 += k;
    }
    m.retain(|k, _| *k != 1);
    println!("retained {}", m.len());
    let e = m.entry(5).or_insert_with(|| L(5));
    e.0 += 1;
    m.entry(5).and_modify(|l| l.0 += 100).or_insert(L(0));
    println!("{}", m[&5].0);
    for (k, l) in m {
        println!("{k} {}", l.0);
    }
    let h: HashMap<&str, i32> = [("a", 1), ("b", 2)].into_iter().collect();
    let mut ks: Vec<_> = h.keys().copied().collect();
    ks.sort_unstable();
    println!(
        "{ks:?} {:?} {} {:?}",
        h.get("a"),
        h.contains_key("z"),
        h.get("z").copied().unwrap_or_default()
    );
    let a: HashSet<i32> = (1..5).collect();
    let b = HashSet::from([3, 4, 9]);
    let mut i: Vec<_> = a.intersection(&b).cloned().collect();
    i.sort();
    println!("{i:?} {} {}", a.contains(&3), b.is_subset(&a));
    let mut u: Vec<i32> = a.union(&b).copied().collect();
    u.sort();
    println!("{u:?}");
    let mut uniq = HashSet::new();
    println!("{:?}", [1, 2, 1, 3].iter().filter(|x| uniq.insert(**x)).collect::<Vec<_>>());
    let mut bs = BTreeSet::new();
    bs.insert(Kind::B(2));
    bs.insert(Kind::A);
    bs.insert(Kind::B(1));
    println!("{bs:?} {:?} {:?}", bs.first(), bs.range(Kind::B(1)..).count());
    let mut q: VecDeque<L> = VecDeque::new();
    q.push_back(L(100));
    q.push_back(L(101));
    q.push_front(L(99));
    while let Some(l) = q.pop_front() {
        println!("pop {}", l.0);
        if l.0 == 100 {
            break;
        }
    }
    println!("left {}", q.len());
    let mut hm: HashMap<Kind, Vec<u8>> = HashMap::with_capacity(4);
    hm.entry(Kind::A).or_default().push(1);
    match hm.entry(Kind::A) {
        Entry::Occupied(mut o) => {
            o.get_mut().push(2);
            println!("occ {:?}", o.get());
        }
        Entry::Vacant(_) => println!("vac"),
    }
    println!("{:?} {}", hm, hm == HashMap::from([(Kind::A, vec![1, 2])]));
    let inv: BTreeMap<i32, &str> = h.iter().map(|(k, v)| (*v, *k)).collect();
    println!("{inv:?} {:?} {:?}", inv.first_key_value(), inv.range(2..).next());
    println!("{:#?}", inv);
    let mx = inv.iter().max_by_key(|(k, _)| **k).map(|(_, v)| v);
    println!("{mx:?}");
    let total: i32 = h.values().sum();
    println!("{total}");
}
