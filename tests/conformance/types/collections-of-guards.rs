// Keys, values, entries and elements end when they are replaced, refused or taken out.
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Clone)]
struct K(i32);
impl Drop for K {
    fn drop(&mut self) {
        println!("k{}", self.0);
    }
}
struct V(&'static str);
impl Drop for V {
    fn drop(&mut self) {
        println!("v{}", self.0);
    }
}
fn main() {
    let mut m = BTreeMap::new();
    m.insert(K(1), V("a"));
    m.insert(K(2), V("b"));
    println!("dup");
    let old = m.insert(K(1), V("c"));
    println!("{}", old.is_some());
    drop(old);
    println!("entry");
    m.entry(K(2)).or_insert(V("unused"));
    println!("or_with");
    m.entry(K(3)).or_insert_with(|| V("d"));
    println!("remove");
    m.remove(&K(2));
    println!("retain");
    m.retain(|k, _| k.0 != 3);
    println!("extend");
    m.extend([(K(5), V("e")), (K(1), V("f"))]);
    println!("into");
    for (k, v) in m {
        println!("{} {}", k.0, v.0);
    }
    let mut s = BTreeSet::new();
    s.insert(K(7));
    println!("{}", s.insert(K(7)));
    println!("replace {:?}", s.replace(K(7)).is_some());
    println!("take {:?}", s.take(&K(7)).map(|k| k.0));
    let mut h: HashMap<i32, V> = HashMap::from([(1, V("h"))]);
    if let Some(v) = h.get_mut(&1) {
        *v = V("h2");
        println!("set");
    }
    h.clear();
    println!("cleared");
    let mut d: VecDeque<V> = VecDeque::new();
    d.push_back(V("q1"));
    d.push_front(V("q0"));
    d.rotate_left(1);
    println!("{}", d[0].0);
    d.truncate(1);
    println!("tr");
    if let Some(v) = d.front_mut() {
        v.0 = "q9";
    }
    drop(d.pop_back());
    println!("empty {}", d.is_empty());
    let hs: HashSet<K> = [K(9)].into();
    println!("{}", hs.contains(&K(9)));
    let shared = Rc::new(RefCell::new(vec![V("s1")]));
    let c = Rc::clone(&shared);
    c.borrow_mut().push(V("s2"));
    let taken = c.take();
    println!("taken {}", taken.len());
    drop(shared);
    println!("{}", c.borrow().len());
    let mut o = Some(V("o1"));
    if let Some(v) = o.take_if(|v| v.0 == "o1") {
        println!("took {}", v.0);
    }
    println!("{}", o.is_none());
    let mut opt = Some(V("x"));
    opt.as_mut().map(|v| v.0 = "y");
    let z = opt.insert(V("z"));
    println!("{}", z.0);
    opt.get_or_insert_with(|| V("never"));
    let w = opt.unwrap_or(V("dflt"));
    println!("{}", w.0);
    let mut vs = vec![V("1"), V("2"), V("3"), V("4")];
    vs.dedup_by(|a, b| a.0 == "2" && b.0 == "1");
    println!("dd");
    vs.swap_remove(0);
    println!("sr");
    let dr: Vec<V> = vs.drain(1..).collect();
    println!("{}", dr.len());
    vs.insert(0, V("0"));
    vs.rotate_right(1);
    println!("{}", vs[0].0);
    vs.split_off(1);
    println!("so");
    vs.extend(dr);
    vs.append(&mut vec![V("5")]);
    println!("{}", vs.len());
    let b = vs.into_boxed_slice();
    println!("{}", b.len());
    let arr: [V; 2] = [V("A"), V("B")];
    let [x, y] = arr;
    drop(y);
    println!("{}", x.0);
}
