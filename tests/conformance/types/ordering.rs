// Comparing and sorting, by derived order and by a key.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Version {
    major: u32,
    minor: u32,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Level {
    Low,
    High,
}

fn main() {
    let mut versions = vec![
        Version { major: 1, minor: 5 },
        Version { major: 0, minor: 9 },
        Version { major: 1, minor: 2 },
    ];
    versions.sort();
    println!("{versions:?}");
    versions.sort_by_key(|version| version.minor);
    println!("{:?}", versions.iter().map(|v| v.minor).collect::<Vec<_>>());
    versions.sort_by(|a, b| b.cmp(a));
    println!("{:?}", versions.first());
    println!("{} {:?}", Level::Low < Level::High, Level::Low.max(Level::High));
    println!("{:?} {:?}", 1.cmp(&2), "b".cmp("a"));
    println!("{} {}", (1, 2) < (1, 3), [3] > [2]);
}
