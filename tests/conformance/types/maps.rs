// A `BTreeMap` keeps its keys in order, and drops its values in that order.
use std::collections::BTreeMap;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut map = BTreeMap::new();
    map.insert("b", Loud("second"));
    map.insert("a", Loud("first"));
    let old = map.insert("b", Loud("replaced"));
    println!("{}", old.is_some());
    drop(old);
    if let Some(value) = map.get("a") {
        println!("a is {}", value.0);
    }
    for (key, value) in &map {
        println!("{key}: {}", value.0);
    }
    println!("{}", map.remove("z").is_none());
    println!("{} {}", map.len(), map.contains_key("a"));
}
