// Equality and order of one's own decide in lists, too.
use std::cmp::Ordering;
#[derive(Debug)]
struct Version {
    major: u32,
    note: &'static str,
}
impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        println!("eq");
        self.major == other.major
    }
}
impl Eq for Version {}
impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        other.major.cmp(&self.major)
    }
}
fn main() {
    let a = Version { major: 1, note: "a" };
    let b = Version { major: 1, note: "b" };
    let c = Version { major: 2, note: "c" };
    println!("{} {}", a == b, a != c);
    println!("{} {}", a < c, a >= b);
    let mut all = vec![a, c, b];
    all.sort();
    for v in &all {
        println!("{} {}", v.major, v.note);
    }
    println!("{:?}", all.iter().max().map(|v| v.note));
    println!("{:?}", all[0].cmp(&all[1]));
    println!("{:?}", all[0].partial_cmp(&all[2]));
    println!("{}", all[0] == all[1]);
    println!("{}", all.contains(&Version { major: 2, note: "z" }));
    assert_eq!(all[1], all[2]);
    println!("{:?}", std::cmp::max(&all[0], &all[1]).note);
}
