// Counting with `entry`.
use std::collections::BTreeMap;

fn main() {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for letter in "mississippi".chars() {
        *counts.entry(letter).or_insert(0) += 1;
    }
    println!("{counts:?}");
    let most = counts.iter().max_by_key(|(_, count)| **count);
    println!("{most:?}");
    let keys: String = counts.keys().collect();
    println!("{keys} {}", counts.values().sum::<usize>());
}
